-- The DDL witness: writes down who changed what in this database, so that Evenkeel can tell. Optional: without it Evenkeel sees
-- every change as well, and says between which two readings it was made. See docs/attribution.md.
--
--   psql -d your_database -f ddl-witness.sql     (after reader.sql; running it again keeps what is written down)
--
-- Run it as a superuser, or on a hosting platform as the role that may create event triggers there.
--
-- Of each DDL command it keeps the tag, the object's name, the roles, application_name, the client's address, the time and the
-- transaction; never the statement, which may hold a password. It keeps about the newest 10,000 rows. No command fails because
-- of it: what cannot be written down goes to the server's log instead.
--
-- To take it away: DROP SCHEMA evenkeel_witness CASCADE;

BEGIN;

DROP EVENT TRIGGER IF EXISTS evenkeel_witness_drop;
DROP EVENT TRIGGER IF EXISTS evenkeel_witness_ddl;

CREATE SCHEMA IF NOT EXISTS evenkeel_witness;
REVOKE ALL ON SCHEMA evenkeel_witness FROM PUBLIC;
COMMENT ON SCHEMA evenkeel_witness IS 'Evenkeel: who changed what in this database';

-- Without a sequence: it would change what lastval() says in the session whose command it is.
CREATE TABLE IF NOT EXISTS evenkeel_witness.ddl (
  xid xid8 NOT NULL,
  at timestamptz NOT NULL,
  command text NOT NULL,
  object_type text,
  object text,
  names text[],
  session_role text NOT NULL,
  role text NOT NULL,
  application text,
  address inet
);
-- what came with a dump of another server tells of transactions that are none here
DELETE FROM evenkeel_witness.ddl WHERE xid > pg_catalog.pg_current_xact_id();
CREATE INDEX IF NOT EXISTS ddl_xid ON evenkeel_witness.ddl (xid);
-- rows can be deleted although somebody publishes all tables
ALTER TABLE evenkeel_witness.ddl REPLICA IDENTITY FULL;
REVOKE ALL ON TABLE evenkeel_witness.ddl FROM PUBLIC;
COMMENT ON TABLE evenkeel_witness.ddl IS 'one row for each object that a DDL command made, changed or dropped';
COMMENT ON COLUMN evenkeel_witness.ddl.names IS 'of the object, outermost first; null where PostgreSQL does not tell, as of GRANT';
COMMENT ON COLUMN evenkeel_witness.ddl.session_role IS 'who logged in';
COMMENT ON COLUMN evenkeel_witness.ddl.role IS 'as whom: by SET ROLE another one';

CREATE OR REPLACE FUNCTION evenkeel_witness.record() RETURNS event_trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '100ms'
AS $record$
DECLARE
  -- of one command: DROP SCHEMA may drop very much
  most CONSTANT integer := 500;
  kept CONSTANT integer := 10000;
  acting CONSTANT text := coalesce(nullif(current_setting('role'), 'none'), session_user);
BEGIN
  IF tg_tag IN ('REFRESH MATERIALIZED VIEW', 'REINDEX') THEN
    RETURN;
  END IF;
  IF tg_event = 'sql_drop' THEN
    INSERT INTO evenkeel_witness.ddl
    SELECT pg_current_xact_id(), clock_timestamp(), tg_tag, d.object_type, d.object_identity,
           -- the address of a type is one text with quotes in it
           CASE WHEN d.classid = 'pg_type'::regclass THEN ARRAY[d.schema_name, d.object_name] ELSE d.address_names END,
           session_user, acting, current_setting('application_name'), inet_client_addr()
      FROM pg_event_trigger_dropped_objects() AS d
     WHERE (d.original OR d.normal) AND NOT d.is_temporary
     ORDER BY d.original DESC
     LIMIT most;
  ELSE
    INSERT INTO evenkeel_witness.ddl
    SELECT pg_current_xact_id(), clock_timestamp(), tg_tag, c.object_type, c.object_identity,
           CASE WHEN c.classid = 'pg_type'::regclass
                THEN (SELECT ARRAY[c.schema_name, t.typname::text] FROM pg_type t WHERE t.oid = c.objid)
                WHEN c.objid IS NOT NULL
                THEN (pg_identify_object_as_address(c.classid, c.objid, c.objsubid)).object_names
           END,
           session_user, acting, current_setting('application_name'), inet_client_addr()
      FROM pg_event_trigger_ddl_commands() AS c
     WHERE NOT c.in_extension AND c.schema_name IS DISTINCT FROM 'pg_temp'
     LIMIT most;
  END IF;
  -- now and then; in other isolation levels reading could end in a conflict at the commit
  IF extract(microseconds FROM clock_timestamp())::integer % 100 = 0
     AND current_setting('transaction_isolation') = 'read committed' THEN
    DELETE FROM evenkeel_witness.ddl
     WHERE ctid IN (SELECT ctid FROM evenkeel_witness.ddl ORDER BY xid DESC OFFSET kept LIMIT 5000 FOR UPDATE SKIP LOCKED);
  END IF;
EXCEPTION WHEN OTHERS THEN
  RAISE LOG 'evenkeel_witness did not write down %: % (SQLSTATE %)', tg_tag, sqlerrm, sqlstate;
END
$record$;
REVOKE ALL ON FUNCTION evenkeel_witness.record() FROM PUBLIC;

CREATE EVENT TRIGGER evenkeel_witness_ddl ON ddl_command_end EXECUTE FUNCTION evenkeel_witness.record();
CREATE EVENT TRIGGER evenkeel_witness_drop ON sql_drop EXECUTE FUNCTION evenkeel_witness.record();

-- Who else is to read it needs the same.
DO $grant$
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'evenkeel_reader') THEN
    GRANT USAGE ON SCHEMA evenkeel_witness TO evenkeel_reader;
    GRANT SELECT ON TABLE evenkeel_witness.ddl TO evenkeel_reader;
  ELSE
    RAISE WARNING 'there is no role evenkeel_reader: make it with reader.sql and run this again, or GRANT USAGE ON SCHEMA evenkeel_witness and SELECT ON evenkeel_witness.ddl to the role that Evenkeel reads with';
  END IF;
END
$grant$;

COMMIT;
