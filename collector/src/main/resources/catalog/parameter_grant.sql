-- description: A right to set a parameter of the server (SET, ALTER SYSTEM) that a role, or everybody (public), was granted
-- category: security
-- severity: critical; missing=warning
-- order: 148
-- refresh: always
-- scope: cluster
-- roles: id_grantee, _grantors
-- advice-missing: Grant it in the target (GRANT SET | ALTER SYSTEM ON PARAMETER ... TO ...), or what the role sets fails there.
-- advice-unexpected: Revoke it in the target (REVOKE ... ON PARAMETER ... FROM ...), or grant it in the baseline too.
-- advice-different: Align the grant option (GRANT ... WITH GRANT OPTION, or REVOKE GRANT OPTION FOR ...).
SELECT p.parname AS id_parameter,
       CASE WHEN x.grantee = 0 THEN 'public' ELSE grantee.rolname::text END AS id_grantee,
       lower(x.privilege_type) AS id_privilege,
       bool_or(x.is_grantable) AS grantable,
       array_agg(DISTINCT grantor.rolname ORDER BY grantor.rolname) FILTER (WHERE grantor.oid IS NOT NULL) AS _grantors,
       15 AS _since_major
  FROM pg_parameter_acl p -- since 15
  FROM (SELECT NULL::text AS parname, NULL::aclitem[] AS paracl) p -- before 15
 CROSS JOIN LATERAL aclexplode(p.paracl) AS x
  LEFT JOIN pg_roles grantee ON grantee.oid = x.grantee
  LEFT JOIN pg_roles grantor ON grantor.oid = x.grantor
 -- 10 is the first superuser, which every parameter belongs to
 WHERE x.grantee <> 10
   AND (x.grantee = 0 OR grantee.oid IS NOT NULL)
 GROUP BY p.parname, x.grantee, grantee.rolname, x.privilege_type
