-- The role that Evenkeel reads with. Run this once in every database that it watches, as the owner of the database or a
-- superuser, and again whenever a migration tool has created its table: running it twice changes nothing.
--
--   psql -d your_database -f reader.sql
--   psql -d your_database -c '\password evenkeel_reader'     (no password stands in this file; until then nobody can log in)
--
-- It may connect, read the system catalogs as every role may, and read the tables in which migration tools record what
-- they have applied. It sees no row of yours. On Supabase the pooler wants the user as evenkeel_reader.<project>.
--
-- To take it away: DROP OWNED BY evenkeel_reader; in every database, then DROP ROLE evenkeel_reader;

DO $create$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'evenkeel_reader') THEN
    CREATE ROLE evenkeel_reader;
  END IF;
END
$create$;

ALTER ROLE evenkeel_reader LOGIN NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT 3;

-- Belt and braces: Evenkeel sets the same in each of its transactions.
ALTER ROLE evenkeel_reader SET default_transaction_read_only = on;
ALTER ROLE evenkeel_reader SET statement_timeout = '15s';
ALTER ROLE evenkeel_reader SET lock_timeout = '50ms';
ALTER ROLE evenkeel_reader SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE evenkeel_reader SET search_path = '';

DO $connect$
BEGIN
  EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO evenkeel_reader', pg_catalog.current_database());
END
$connect$;

-- Migration tables, found by their columns: tools let people choose name and schema.
DO $migrations$
DECLARE
  found record;
BEGIN
  FOR found IN
    WITH signature (tool, columns, types) AS (VALUES
      ('Supabase',
       ARRAY['version', 'statements', 'name'],
       ARRAY['text', 'text[]', 'text']),
      ('Flyway',
       ARRAY['installed_rank', 'version', 'description', 'type', 'script', 'checksum', 'installed_on', 'success'],
       ARRAY['integer', 'character varying', 'character varying', 'character varying', 'character varying', 'integer',
             'timestamp without time zone', 'boolean'])
    )
    SELECT s.tool, n.nspname AS in_schema, c.relname AS name, c.relrowsecurity AS guarded
      FROM signature s
     CROSS JOIN pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p')
       AND c.relpersistence <> 't'
       AND pg_catalog.left(n.nspname, 3) <> 'pg_'
       AND n.nspname <> 'information_schema'
       AND NOT EXISTS (
             SELECT FROM ROWS FROM (pg_catalog.unnest(s.columns), pg_catalog.unnest(s.types)) AS wanted (name, type)
              WHERE NOT EXISTS (
                      SELECT FROM pg_catalog.pg_attribute a
                       WHERE a.attrelid = c.oid
                         AND a.attnum > 0
                         AND NOT a.attisdropped
                         AND a.attname = wanted.name
                         AND pg_catalog.format_type(a.atttypid, NULL) = wanted.type))
     ORDER BY s.tool, n.nspname, c.relname
  LOOP
    EXECUTE pg_catalog.format('GRANT USAGE ON SCHEMA %I TO evenkeel_reader', found.in_schema);
    EXECUTE pg_catalog.format('GRANT SELECT ON TABLE %I.%I TO evenkeel_reader', found.in_schema, found.name);
    RAISE NOTICE 'evenkeel_reader may read the migrations that % has recorded in %.%',
      found.tool, found.in_schema, found.name;
    IF found.guarded THEN
      RAISE WARNING 'row level security on %.% hides its rows from evenkeel_reader; expected none on a migration table, or: CREATE POLICY evenkeel_reader ON %.% FOR SELECT TO evenkeel_reader USING (true)',
        found.in_schema, found.name, pg_catalog.quote_ident(found.in_schema), pg_catalog.quote_ident(found.name);
    END IF;
  END LOOP;
END
$migrations$;
