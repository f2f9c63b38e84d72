-- A role that reads the audit trail, for Grafana and for people. Run this once in the audit database, as the role that the
-- alerter uses or as a superuser, when the alerter has made its schema; running it twice changes nothing.
--
--   psql -d evenkeel_audit -f audit-reader.sql
--   psql -d evenkeel_audit -c '\password evenkeel_audit_reader'     (no password stands in this file)
--
-- It sees the views that docs/audit.md describes, and no table.
--
-- To take it away: DROP OWNED BY evenkeel_audit_reader; then DROP ROLE evenkeel_audit_reader;

DO $create$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'evenkeel_audit_reader') THEN
    CREATE ROLE evenkeel_audit_reader;
  END IF;
END
$create$;

ALTER ROLE evenkeel_audit_reader LOGIN NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT 10;
ALTER ROLE evenkeel_audit_reader SET default_transaction_read_only = on;
ALTER ROLE evenkeel_audit_reader SET statement_timeout = '30s';
ALTER ROLE evenkeel_audit_reader SET search_path = evenkeel;

DO $connect$
BEGIN
  EXECUTE pg_catalog.format(
    'GRANT CONNECT ON DATABASE %I TO evenkeel_audit_reader', pg_catalog.current_database());
END
$connect$;

GRANT USAGE ON SCHEMA evenkeel TO evenkeel_audit_reader;

DO $views$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT c.relname AS name
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'evenkeel' AND c.relkind = 'v' AND pg_catalog.starts_with(c.relname, 'evenkeel_')
  LOOP
    EXECUTE pg_catalog.format('GRANT SELECT ON evenkeel.%I TO evenkeel_audit_reader', found.name);
  END LOOP;
END
$views$;
