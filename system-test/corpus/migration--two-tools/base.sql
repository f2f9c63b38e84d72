CREATE TABLE knex_migrations (id serial PRIMARY KEY, name varchar(255), batch integer, migration_time timestamptz);
CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked integer);
INSERT INTO knex_migrations_lock (is_locked) VALUES (0);
INSERT INTO knex_migrations (name, batch, migration_time) VALUES
    ('20250101000000_init.js', 1, '2025-01-01'), ('20250102000000_orders.js', 1, '2025-01-01'),
    ('20250103000000_invoices.js', 2, '2025-01-03');
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL, "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId"));
INSERT INTO "__EFMigrationsHistory" VALUES ('20250101000000_Init', '9.0.0'), ('20250102000000_Orders', '9.0.0');
