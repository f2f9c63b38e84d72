CREATE SCHEMA pgroll;
CREATE TABLE pgroll.migrations (
    schema NAME NOT NULL, name text NOT NULL, migration jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, parent text, done boolean NOT NULL DEFAULT FALSE,
    resulting_schema jsonb NOT NULL DEFAULT '{}', PRIMARY KEY (schema, name),
    FOREIGN KEY (schema, parent) REFERENCES pgroll.migrations (schema, name),
    migration_type varchar(32) DEFAULT 'pgroll' CONSTRAINT migration_type_check CHECK (migration_type IN ('pgroll', 'inferred', 'baseline')));
INSERT INTO pgroll.migrations (schema, name, migration, created_at, parent, done) VALUES
    ('public', '01_init', '{"operations": [{"sql": {"up": "create table a ()"}}]}', '2025-01-01', NULL, true),
    ('public', '02_orders', '{"operations": [{"sql": {"up": "create table b ()"}}]}', '2025-01-02', '01_init', true);
