-- description: A privilege that a role, or everybody (public), has on an object; "(revoked)" where one that comes by itself was taken
-- category: security
-- severity: warning
-- order: 140
-- parent: id_object_kind(id_object)
-- scope: cluster
-- roles: id_grantee, _grantors
-- advice-missing: Grant it in the target by a migration (GRANT ... ON ... TO ...), or the role's queries fail there.
-- advice-unexpected: Revoke it in the target (REVOKE ... ON ... FROM ...) unless a migration should grant it in the baseline too.
-- advice-different: Align the grant option (GRANT ... WITH GRANT OPTION, or REVOKE GRANT OPTION FOR ...).
SELECT 'tablespace' AS id_object_kind,
       ARRAY[t.spcname::text] AS id_object,
       CASE WHEN x.grantee = 0 THEN 'public' ELSE grantee.rolname::text END AS id_grantee,
       lower(x.privilege_type) AS id_privilege,
       bool_or(x.is_grantable) AS grantable,
       array_agg(DISTINCT grantor.rolname ORDER BY grantor.rolname) FILTER (WHERE grantor.oid IS NOT NULL) AS _grantors
  FROM pg_tablespace t
 CROSS JOIN LATERAL aclexplode(t.spcacl) AS x
  LEFT JOIN pg_roles grantee ON grantee.oid = x.grantee
  LEFT JOIN pg_roles grantor ON grantor.oid = x.grantor
 WHERE x.grantee <> t.spcowner
   AND (x.grantee = 0 OR grantee.oid IS NOT NULL)
 GROUP BY t.spcname, x.grantee, grantee.rolname, x.privilege_type
