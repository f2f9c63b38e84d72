DO $$
DECLARE
    n CONSTANT integer := %1$d;
    i integer;
    s text;
BEGIN
    FOR i IN 0..4 LOOP EXECUTE format('CREATE SCHEMA s%%s', i); END LOOP;
    FOR i IN 1..greatest(n / 20, 1) LOOP
        EXECUTE format('CREATE TYPE s0.mood_%%s AS ENUM (''low'', ''middle'', ''high'')', i);
    END LOOP;
    EXECUTE 'CREATE FUNCTION s0.touch() RETURNS trigger LANGUAGE plpgsql AS $f$BEGIN NEW.changed_at := now(); RETURN NEW; END$f$';
    CREATE TABLE s0.anchor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
    FOR i IN SELECT g FROM generate_series(1, n) AS g ORDER BY %2$s LOOP
        s := format('s%%s.t%%s', i %% 5, i);
        EXECUTE format('CREATE TABLE %%s (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            anchor_id bigint NOT NULL REFERENCES s0.anchor (id) ON DELETE CASCADE,
            name text NOT NULL DEFAULT ''unnamed'',
            amount numeric(12,2) DEFAULT 0,
            active boolean NOT NULL DEFAULT true,
            tags text[],
            payload jsonb DEFAULT ''{}''::jsonb,
            note varchar(200),
            score double precision,
            born date,
            created_at timestamptz NOT NULL DEFAULT now(),
            changed_at timestamptz,
            CONSTRAINT amount_positive CHECK (amount >= 0 AND amount < 1000000))', s);
        EXECUTE format('CREATE INDEX t%%s_name ON %%s (name)', i, s);
        EXECUTE format('CREATE INDEX t%%s_active ON %%s (created_at DESC) WHERE active', i, s);
        EXECUTE format('COMMENT ON TABLE %%s IS ''Table number %%s''', s, i);
        EXECUTE format('COMMENT ON COLUMN %%s.name IS ''What people call it''', s);
        EXECUTE format('COMMENT ON COLUMN %%s.amount IS ''In euro''', s);
        EXECUTE format('GRANT SELECT ON %%s TO bench_reader', s);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %%s TO bench_writer', s);
        IF i %% 10 = 0 THEN
            EXECUTE format('CREATE VIEW s1.v%%s AS SELECT t.id, t.name, a.id AS anchor FROM %%s t JOIN s0.anchor a ON a.id = t.anchor_id WHERE t.active', i, s);
            EXECUTE format('CREATE FUNCTION s2.f%%s(a integer, b text DEFAULT ''x'') RETURNS integer LANGUAGE plpgsql STABLE AS $f$
                DECLARE found integer;
                BEGIN SELECT count(*) INTO found FROM %%s WHERE id > a AND name = b; RETURN found; END$f$', i, s);
            EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON %%s FOR EACH ROW EXECUTE FUNCTION s0.touch()', s);
        END IF;
        IF i %% 5 = 0 THEN
            EXECUTE format('ALTER TABLE %%s ENABLE ROW LEVEL SECURITY', s);
            EXECUTE format('CREATE POLICY reading ON %%s FOR SELECT TO bench_reader USING (active)', s);
            EXECUTE format('CREATE POLICY writing ON %%s TO bench_writer USING (active) WITH CHECK (amount < 1000)', s);
        END IF;
        -- one transaction may hold only so many locks
        IF i %% 200 = 0 THEN COMMIT; END IF;
    END LOOP;
END $$
