-- description: A role's membership in another role: whose rights it can use, and how
-- category: security
-- severity: critical; missing=warning
-- order: 9
-- parent: role(id_member)
-- scope: cluster
-- roles: id_role, id_member, _grantors
-- advice-missing: Grant it in the target (GRANT ... TO ...), or the member lacks the role's rights there.
-- advice-unexpected: Revoke it in the target (REVOKE ... FROM ...), or grant it in the baseline too.
-- advice-different: Align its options (GRANT ... TO ... WITH ADMIN | INHERIT | SET TRUE or FALSE).
SELECT g.rolname AS id_role,
       u.rolname AS id_member,
       bool_or(m.admin_option) AS admin,
       bool_or(m.inherit_option) AS inherit, -- since 16
       u.rolinherit AS inherit, -- before 16
       bool_or(m.set_option) AS set, -- since 16
       true AS set, -- before 16
       -- what a role with CREATEROLE gets on those it makes, by itself and only since 16
       CASE WHEN bool_or(m.admin_option) AND NOT bool_or(m.inherit_option) AND NOT bool_or(m.set_option) THEN 16 END AS _since_major, -- since 16
       array_agg(DISTINCT o.rolname ORDER BY o.rolname) FILTER (WHERE o.oid IS NOT NULL) AS _grantors
  FROM pg_auth_members m
  JOIN pg_roles g ON g.oid = m.roleid
  JOIN pg_roles u ON u.oid = m.member
  LEFT JOIN pg_roles o ON o.oid = m.grantor
 -- how the server's own roles are in each other differs by its version
 WHERE left(u.rolname, 3) <> 'pg_'
    OR left(g.rolname, 3) <> 'pg_'
 GROUP BY g.rolname, u.rolname, u.rolinherit
