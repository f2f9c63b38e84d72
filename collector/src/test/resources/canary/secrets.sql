-- each CANARY becomes a secret of its own
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'reporting: postgres://report:CANARY@db.example.com/app';
CREATE TABLE app.hook (
    id integer PRIMARY KEY,
    api_key text DEFAULT 'CANARY',
    token_hash text DEFAULT 'md5CANARYHEX',
    url text DEFAULT 'https://app:CANARY@example.com/hook',
    slack text DEFAULT 'https://hooks.slack.com/services/T00/B00/CANARY',
    header text DEFAULT 'Authorization: Bearer CANARY',
    stripe text DEFAULT 'sk_live_CANARY',
    derived text GENERATED ALWAYS AS ('password=CANARY') STORED,
    CONSTRAINT not_the_old_password CHECK (api_key <> 'CANARY'),
    CONSTRAINT not_the_old_token CHECK (header IS DISTINCT FROM 'Bearer CANARY')
);
COMMENT ON TABLE app.hook IS 'admin password: CANARY';
COMMENT ON COLUMN app.hook.url IS 'until March password=CANARY';
COMMENT ON CONSTRAINT not_the_old_token ON app.hook IS 'token=CANARY';
CREATE INDEX hook_secret ON app.hook (id) WHERE header = 'Basic CANARY';
COMMENT ON INDEX app.hook_secret IS 'ghp_CANARYCANARY';
CREATE STATISTICS app.hook_statistics ON id, url FROM app.hook;
COMMENT ON STATISTICS app.hook_statistics IS 'AKIACANARY';
CREATE VIEW app.connection AS
    SELECT 'host=db user=app password=CANARY'::text AS conninfo, 'postgres://u:CANARY@h/d'::text AS url, id,
           CASE WHEN header = 'Bearer CANARY' THEN 1 END AS known
      FROM app.hook;
COMMENT ON VIEW app.connection IS 'glpat-CANARYCANARY';
CREATE MATERIALIZED VIEW app.copy AS SELECT 'sk_test_CANARY'::text AS key, '{"apiKey": "CANARY"}'::json AS settings;
CREATE FUNCTION app.call() RETURNS text LANGUAGE plpgsql SET app.jwt_secret = 'CANARY' AS $body$
DECLARE
    api_key text := 'CANARY';
    v_url text := 'https://service:CANARY@example.com';
BEGIN
    -- the old password = CANARY
    PERFORM set_config('app.jwt_secret', 'CANARY', true);
    PERFORM crypt('CANARY', gen_salt('bf'));
    PERFORM pgp_sym_decrypt(secret, 'CANARY');
    PERFORM dblink_connect('host=db password=CANARY');
    EXECUTE 'ALTER ROLE app PASSWORD ''CANARY''';
    PERFORM http_post(v_url, json_build_object('apikey', 'CANARY'), 'Bearer eyJhbGciOiJIUzI1NiJ9.CANARY.CANARY');
    RETURN coalesce(current_setting('app.secret', true), 'CANARY');
END
$body$;
COMMENT ON FUNCTION app.call() IS 'xoxb-CANARY';
CREATE FUNCTION app.key() RETURNS text LANGUAGE sql AS $body$
SELECT '-----BEGIN PRIVATE KEY-----
MIICANARY
CANARY
-----END PRIVATE KEY-----'
$body$;
CREATE FUNCTION app.check_it(secret text DEFAULT 'CANARY') RETURNS boolean LANGUAGE sql AS 'SELECT secret = ''CANARY''';
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER notify AFTER INSERT ON app.hook FOR EACH ROW
    EXECUTE FUNCTION app.touch('https://u:CANARY@example.com', '{"Authorization": "Bearer CANARY"}', 'api_key', 'CANARY');
CREATE TRIGGER guard BEFORE UPDATE ON app.hook FOR EACH ROW WHEN (new.api_key = 'CANARY')
    EXECUTE FUNCTION app.touch();
ALTER TABLE app.hook ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_token ON app.hook USING (current_setting('app.token') = 'CANARY') WITH CHECK (api_key = 'CANARY');
COMMENT ON POLICY by_token ON app.hook IS 'secret: CANARY';
CREATE RULE shadow AS ON DELETE TO app.hook DO ALSO SELECT 'postgres://u:CANARY@h/d';
CREATE TYPE app.plan AS ENUM ('free', 'sk_live_CANARY');
CREATE DOMAIN app.password AS text DEFAULT 'CANARY' CONSTRAINT not_default CHECK (VALUE <> 'Basic CANARY');
CREATE FOREIGN DATA WRAPPER remote OPTIONS (library 'a', credential 'CANARY');
CREATE SERVER billing FOREIGN DATA WRAPPER remote OPTIONS (host 'billing.example.com', api_key 'CANARY', note 'CANARY');
CREATE USER MAPPING FOR PUBLIC SERVER billing OPTIONS (user 'app', password 'CANARY', note 'CANARY');
CREATE FOREIGN TABLE app.invoice (id integer OPTIONS (secret 'CANARY')) SERVER billing OPTIONS (token 'CANARY', note 'CANARY');
CREATE PUBLICATION changes FOR TABLE app.hook WHERE (header = 'Bearer CANARY');
CREATE SUBSCRIPTION replica CONNECTION 'host=db password=CANARY' PUBLICATION changes
    WITH (connect = false, slot_name = NONE, enabled = false);
DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET app.jwt_secret = %L', current_database(), 'CANARY');
    EXECUTE format('ALTER ROLE current_user IN DATABASE %I SET app.api_key = %L', current_database(), 'CANARY');
END $$;
CREATE SCHEMA supabase_migrations;
CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
INSERT INTO supabase_migrations.schema_migrations VALUES
    ('1', ARRAY['ALTER ROLE app PASSWORD ''CANARY''', 'ALTER TABLE a ADD COLUMN api_key text DEFAULT ''CANARY'''], 'password=CANARY');
