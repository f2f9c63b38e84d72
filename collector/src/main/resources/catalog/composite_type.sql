-- description: A composite type that was created as such, with its attributes; the row types of tables belong to the tables
-- category: structure
-- severity: warning; attribute_comments=info; comment=info
-- order: 32
-- refresh: follow pg_class, pg_collation
-- roles: owner
-- advice-missing: Create the type in the target (CREATE TYPE ... AS) before what uses it.
-- advice-unexpected: Drop it from the target if nothing uses it, or add it to the baseline by a migration.
-- advice-different: Align it by a migration (ALTER TYPE ... ADD, DROP or ALTER ATTRIBUTE); tables that use it have to allow it.
SELECT n.nspname AS id_schema,
       t.typname AS id_type,
       ARRAY(SELECT concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                              'collate ' || quote_ident(cn.nspname) || '.' || quote_ident(co.collname))
               FROM pg_attribute a
               JOIN pg_type own ON own.oid = a.atttypid
               LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> own.typcollation
               LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
              WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
              ORDER BY a.attnum) AS attributes,
       ARRAY(SELECT format('%I: %s', a.attname, ad.description)
               FROM pg_attribute a
               JOIN pg_description ad ON ad.classoid = 'pg_class'::regclass AND ad.objoid = a.attrelid AND ad.objsubid = a.attnum
              WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
              ORDER BY a.attnum) AS attribute_comments,
       d.description AS comment,
       r.rolname AS owner
  FROM pg_type t
  JOIN pg_class c ON c.oid = t.typrelid
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_roles r ON r.oid = t.typowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.typtype = 'c'
   AND c.relkind = 'c'
   AND left(n.nspname, 3) <> 'pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
