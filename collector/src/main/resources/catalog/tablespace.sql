-- description: A tablespace: a place on the server's disks for tables and indexes
-- category: server
-- severity: warning; options=info; comment=info
-- order: 15
-- refresh: always
-- scope: cluster
-- roles: owner
-- advice-missing: Create it in the target (CREATE TABLESPACE) before what is to lie in it.
-- advice-unexpected: Drop it from the target once it is empty, or create it in the baseline too.
-- advice-different: Align it (ALTER TABLESPACE ...).
SELECT t.spcname AS id_tablespace,
       ARRAY(SELECT o FROM unnest(t.spcoptions) AS o ORDER BY o COLLATE "C") AS options,
       r.rolname AS owner,
       d.description AS comment,
       pg_tablespace_location(t.oid) AS _location
  FROM pg_tablespace t
  LEFT JOIN pg_roles r ON r.oid = t.spcowner
  LEFT JOIN pg_shdescription d ON d.classoid = 'pg_tablespace'::regclass AND d.objoid = t.oid
 -- the server's own two only if they are not as they came
 WHERE left(t.spcname, 3) <> 'pg_'
    OR t.spcowner <> 10
    OR t.spcoptions IS NOT NULL
