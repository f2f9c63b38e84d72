-- description: A foreign data wrapper: the code behind foreign servers
-- category: server
-- severity: warning; comment=info
-- order: 45
-- refresh: follow pg_proc
-- roles: owner
-- redact: options except debug
-- advice-missing: Create it in the target (CREATE FOREIGN DATA WRAPPER, or the extension that brings it).
-- advice-unexpected: Drop it from the target if no server uses it, or create it in the baseline by a migration.
-- advice-different: Align it by a migration (ALTER FOREIGN DATA WRAPPER).
SELECT w.fdwname AS id_wrapper,
       (SELECT format('%I.%I', n.nspname, p.proname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE p.oid = w.fdwhandler) AS handler,
       (SELECT format('%I.%I', n.nspname, p.proname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE p.oid = w.fdwvalidator) AS validator,
       ARRAY(SELECT o FROM unnest(w.fdwoptions) AS o ORDER BY o COLLATE "C") AS options,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_foreign_data_wrapper w
  LEFT JOIN pg_roles r ON r.oid = w.fdwowner
  LEFT JOIN pg_description d
    ON d.classoid = 'pg_foreign_data_wrapper'::regclass AND d.objoid = w.oid AND d.objsubid = 0
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_foreign_data_wrapper'::regclass AND e.objid = w.oid AND e.deptype = 'e')
