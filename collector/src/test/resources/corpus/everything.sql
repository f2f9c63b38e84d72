-- One of everything that the kinds read, for PostgreSQL 13 and later.

CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'what the application owns';
CREATE SCHEMA "odd.schema ""quoted""";
CREATE EXTENSION citext SCHEMA public VERSION '1.6';
GRANT USAGE ON SCHEMA app TO app_reader;

CREATE TYPE app.mood AS ENUM ('sad', 'happy');
ALTER TYPE app.mood ADD VALUE 'so-so' BEFORE 'happy';
COMMENT ON TYPE app.mood IS 'how one feels';
CREATE DOMAIN app.positive AS integer CHECK (VALUE > 0);
CREATE TYPE app.pair AS (a integer, b text);
CREATE TYPE app.span AS RANGE (subtype = numeric);
CREATE COLLATION app.german (provider = libc, locale = 'C');

CREATE SEQUENCE app.counter AS integer START 5 INCREMENT 2 MINVALUE 1 MAXVALUE 999 CACHE 3 CYCLE;
COMMENT ON SEQUENCE app.counter IS 'counts in twos';
GRANT USAGE, SELECT ON SEQUENCE app.counter TO app_writer;

CREATE TABLE app.customer (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dropped_one integer,
    name text COLLATE app.german NOT NULL DEFAULT 'nobody',
    email citext UNIQUE,
    feels app.mood DEFAULT 'happy',
    born timestamptz DEFAULT '2020-01-01 12:00:00+02',
    waits interval DEFAULT '1 day 2 hours',
    raw bytea DEFAULT '\xdeadbeef',
    ratio double precision DEFAULT 0.1,
    amount numeric(12, 2) DEFAULT 1.50,
    total numeric GENERATED ALWAYS AS (amount * 2) STORED,
    tags text[] DEFAULT '{}',
    serial_no serial,
    CONSTRAINT amount_sane CHECK (amount >= 0 AND amount < 1000000),
    CONSTRAINT not_checked_yet CHECK (serial_no > 0) NO INHERIT
) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
ALTER TABLE app.customer DROP COLUMN dropped_one;
ALTER TABLE app.customer ADD CONSTRAINT name_not_empty CHECK (name <> '') NOT VALID;
ALTER TABLE app.customer ALTER COLUMN raw SET STORAGE EXTERNAL, ALTER COLUMN name SET STATISTICS 500,
    ALTER COLUMN ratio SET (n_distinct = 5);
COMMENT ON TABLE app.customer IS 'who buys';
COMMENT ON COLUMN app.customer.email IS 'unique, in any case';
ALTER TABLE app.customer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY FULL;
GRANT SELECT, INSERT ON app.customer TO app_reader WITH GRANT OPTION;
GRANT UPDATE (name, email) ON app.customer TO app_writer;
GRANT SELECT ON app.customer TO PUBLIC;

CREATE TABLE app.invoice (
    id integer PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES app.customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    period daterange,
    paid boolean NOT NULL DEFAULT false,
    CONSTRAINT no_overlap EXCLUDE USING gist (period WITH &&)
);
CREATE INDEX invoice_open ON app.invoice (customer_id DESC, id) INCLUDE (paid) WHERE NOT paid;
CREATE UNIQUE INDEX invoice_expr ON app.invoice ((abs(id - 5)), customer_id);
COMMENT ON INDEX app.invoice_open IS 'for the reminder';
COMMENT ON CONSTRAINT no_overlap ON app.invoice IS 'one invoice a day';
ALTER TABLE app.invoice REPLICA IDENTITY USING INDEX invoice_pkey;
CREATE UNLOGGED TABLE app.scratch (a integer);
CREATE TABLE app.parent (a integer, CONSTRAINT a_small CHECK (a < 10));
CREATE TABLE app.child (b integer) INHERITS (app.parent);
CREATE TABLE app.typed OF app.pair (PRIMARY KEY (a));

CREATE TABLE app.event (at date NOT NULL, customer_id bigint REFERENCES app.customer, note text) PARTITION BY RANGE (at);
CREATE TABLE app.event_2025 PARTITION OF app.event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE app.event_rest PARTITION OF app.event DEFAULT;
CREATE INDEX event_at ON app.event (at);

CREATE VIEW app.open_invoice AS
    SELECT i.id, c.name, c.feels, count(*) OVER (PARTITION BY c.id) AS of_customer
      FROM app.invoice i JOIN app.customer c ON c.id = i.customer_id
     WHERE NOT i.paid;
COMMENT ON VIEW app.open_invoice IS 'what is owed';
GRANT SELECT ON app.open_invoice TO app_reader;
CREATE VIEW app.guarded WITH (security_barrier = on) AS SELECT id FROM app.invoice WHERE paid WITH LOCAL CHECK OPTION;
CREATE MATERIALIZED VIEW app.totals WITH (fillfactor = 80) AS SELECT customer_id, count(*) AS n FROM app.invoice GROUP BY 1;
CREATE UNIQUE INDEX totals_customer ON app.totals (customer_id);
CREATE MATERIALIZED VIEW app.empty_totals AS SELECT 1 AS one WITH NO DATA;

CREATE FUNCTION app.add(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 7
    AS 'SELECT a + b';
COMMENT ON FUNCTION app.add IS 'adds';
CREATE FUNCTION app.as_owner() RETURNS TABLE (id bigint, name text) LANGUAGE plpgsql SECURITY DEFINER ROWS 10
    SET search_path = app, pg_temp SET work_mem = '8MB'
    AS $$ BEGIN RETURN QUERY SELECT c.id, c.name FROM app.customer c; END $$;
REVOKE EXECUTE ON FUNCTION app.as_owner() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.as_owner() TO app_reader;
CREATE PROCEDURE app.tidy(INOUT n integer, VARIADIC names text[] DEFAULT '{}') LANGUAGE plpgsql AS $$ BEGIN n := 0; END $$;
CREATE AGGREGATE app.sum_of(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', COMBINEFUNC = int4pl);
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;

CREATE TRIGGER touch_customer BEFORE INSERT OR UPDATE OF name ON app.customer FOR EACH ROW
    WHEN (NEW.name IS NOT NULL) EXECUTE FUNCTION app.touch();
CREATE TRIGGER touch_off AFTER DELETE ON app.customer FOR EACH STATEMENT EXECUTE FUNCTION app.touch();
ALTER TABLE app.customer DISABLE TRIGGER touch_off;
CREATE TRIGGER touch_event AFTER INSERT ON app.event FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER touch_view INSTEAD OF INSERT ON app.open_invoice FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE CONSTRAINT TRIGGER touch_late AFTER UPDATE ON app.invoice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION app.touch();
COMMENT ON TRIGGER touch_customer ON app.customer IS 'keeps the time';

CREATE POLICY own_rows ON app.customer FOR SELECT TO app_writer, app_reader USING (name = current_user);
CREATE POLICY insert_own ON app.customer AS RESTRICTIVE FOR INSERT WITH CHECK (name = current_user);
COMMENT ON POLICY own_rows ON app.customer IS 'everyone sees what is theirs';

CREATE TABLE "odd.schema ""quoted"""."tab'le.ä
line" ("col.umn ""x""" integer PRIMARY KEY, "%s{relation}" text);
GRANT SELECT ON "odd.schema ""quoted"""."tab'le.ä
line" TO "Odd.Role";

CREATE FOREIGN DATA WRAPPER nowhere;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER nowhere;
CREATE FOREIGN TABLE app.remote (a integer) SERVER elsewhere OPTIONS (token 'secret-of-the-wrapper');

CREATE USER MAPPING FOR app_reader SERVER elsewhere OPTIONS (password 'secret-of-the-mapping');

CREATE RULE nobody_deletes AS ON DELETE TO app.invoice DO INSTEAD NOTHING;
CREATE STATISTICS app.name_email (dependencies, ndistinct) ON name, email FROM app.customer;
CREATE FUNCTION app.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER on_ddl ON ddl_command_end WHEN TAG IN ('CREATE CAST') EXECUTE FUNCTION app.on_ddl();
CREATE FUNCTION app.pair_equal(app.pair, app.pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a = $2.a';
CREATE FUNCTION app.pair_hash(app.pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';
CREATE OPERATOR app.=== (LEFTARG = app.pair, RIGHTARG = app.pair, FUNCTION = app.pair_equal);
CREATE OPERATOR FAMILY app.pairs USING hash;
CREATE OPERATOR CLASS app.pair_ops FOR TYPE app.pair USING hash FAMILY app.pairs AS
    OPERATOR 1 app.===, FUNCTION 1 app.pair_hash(app.pair);
CREATE FUNCTION app.pair_text(app.pair) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.b';
CREATE CAST (app.pair AS text) WITH FUNCTION app.pair_text(app.pair) AS ASSIGNMENT;
CREATE CONVERSION app.to_latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
CREATE TEXT SEARCH PARSER app.words
    (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE app.plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY app.small (TEMPLATE = app.plain, accept = false);
CREATE TEXT SEARCH CONFIGURATION app.search (PARSER = app.words);
ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR word WITH app.small, simple;
CREATE FUNCTION app.from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'textin';
CREATE TRANSFORM FOR citext LANGUAGE plpgsql (FROM SQL WITH FUNCTION app.from_sql(internal));
CREATE ACCESS METHOD our_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TYPE app.base;
CREATE FUNCTION app.base_in(cstring) RETURNS app.base LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION app.base_out(app.base) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE app.base (INPUT = app.base_in, OUTPUT = app.base_out, LIKE = integer);
CREATE PUBLICATION changes FOR TABLE app.invoice WITH (publish = 'insert, update');
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO app_reader;
GRANT app_reader TO app_writer;
ALTER ROLE app_reader SET work_mem = '5MB';

CREATE SCHEMA auth;
CREATE TABLE auth.schema_migrations (version varchar(255) PRIMARY KEY);
INSERT INTO auth.schema_migrations VALUES ('00'), ('20210710035447');
CREATE SCHEMA supabase_migrations;
CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
INSERT INTO supabase_migrations.schema_migrations VALUES
    ('20250101000000', ARRAY['create table a ();', E'insert into a\r\ndefault values;\r\n'], 'first'),
    ('20250102000000', NULL, NULL);
CREATE TABLE app.flyway_schema_history (
    installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
    script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL,
    installed_on timestamp NOT NULL DEFAULT '2025-01-01', execution_time integer NOT NULL, success boolean NOT NULL);
INSERT INTO app.flyway_schema_history
    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) VALUES
    (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"app"', NULL, 'x', 0, true),
    (1, '1', 'first', 'SQL', 'V1__first.sql', 111, 'x', 5, true),
    (2, '2', 'second', 'SQL', 'V2__second.sql', 222, 'x', 5, true),
    (3, '2', 'second', 'UNDO_SQL', 'U2__second.sql', 223, 'x', 5, true),
    (4, '3', 'third', 'SQL', 'V3__third.sql', -333, 'x', 5, false),
    (5, NULL, 'views', 'SQL', 'R__views.sql', 1, 'x', 5, true),
    (6, NULL, 'views', 'SQL', 'R__views.sql', 2, 'x', 5, true);
CREATE TABLE app.alembic_version (version_num varchar(32) PRIMARY KEY);
INSERT INTO app.alembic_version VALUES ('1975ea83b712');
CREATE TABLE app.schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);
INSERT INTO app.schema_migrations VALUES (7, false);
CREATE TABLE app.databasechangelog (
    id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL, dateexecuted timestamp NOT NULL,
    orderexecuted integer NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255));
INSERT INTO app.databasechangelog VALUES
    ('1', 'ann', 'db.xml', '2025-01-01', 1, 'EXECUTED', '7:aa', 'sql'), ('2', 'ann', 'db.xml', '2025-01-01', 2, 'EXECUTED', '8:bb', 'sql'),
    ('3', 'ann', 'db.xml', '2025-01-01', 3, 'EXECUTED', '9:cc', 'sql');
CREATE TABLE app.knex_migrations_lock (index serial PRIMARY KEY, is_locked integer);
INSERT INTO app.knex_migrations_lock (is_locked) VALUES (0);
INSERT INTO app.scratch SELECT generate_series(1, 100);
ANALYZE app.scratch;
