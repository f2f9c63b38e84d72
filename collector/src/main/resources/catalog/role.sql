-- description: A role: who may log in and with which powers; passwords are never read
-- category: security
-- severity: warning; superuser=critical; create_role=critical; create_db=critical; replication=critical; bypass_rls=critical; login=critical; comment=info
-- order: 8
-- scope: cluster
-- roles: id_role
-- advice-missing: Create it in the target (CREATE ROLE), with the same attributes and before what is granted to it.
-- advice-unexpected: Find who made it in the target; drop it if nothing needs it (REASSIGN OWNED, DROP OWNED, DROP ROLE), or create it in the baseline too.
-- advice-different: Align it (ALTER ROLE ...); check superuser, bypassrls, createrole and replication first: they pass by every other right.
SELECT r.rolname AS id_role,
       r.rolsuper AS superuser,
       r.rolinherit AS inherit,
       r.rolcreaterole AS create_role,
       r.rolcreatedb AS create_db,
       r.rolcanlogin AS login,
       r.rolreplication AS replication,
       r.rolbypassrls AS bypass_rls,
       r.rolconnlimit AS connection_limit,
       r.rolvaliduntil::text AS valid_until,
       d.description AS comment
  FROM pg_roles r
  -- 1260 is the catalog of roles, which is closed
  LEFT JOIN pg_shdescription d ON d.classoid = 1260 AND d.objoid = r.oid
 -- the server's own roles differ by its version
 WHERE left(r.rolname, 3) <> 'pg_'
