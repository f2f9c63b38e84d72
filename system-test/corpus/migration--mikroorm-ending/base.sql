CREATE TABLE mikro_orm_migrations (id serial PRIMARY KEY, name varchar(255), executed_at timestamptz DEFAULT current_timestamp);
INSERT INTO mikro_orm_migrations (name, executed_at) VALUES
    ('Migration20250101000000', '2025-01-01'), ('Migration20250102000000', '2025-01-02'), ('Migration20250103000000', '2025-01-03');
