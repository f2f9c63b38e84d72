CREATE TABLE kysely_migration (name varchar(255) NOT NULL PRIMARY KEY, timestamp varchar(255) NOT NULL);
CREATE TABLE kysely_migration_lock (id varchar(255) NOT NULL PRIMARY KEY, is_locked integer NOT NULL DEFAULT 0);
INSERT INTO kysely_migration_lock VALUES ('migration_lock', 0);
INSERT INTO kysely_migration VALUES
    ('001_init', '2025-01-01T00:00:00.000Z'), ('002_orders', '2025-01-02T00:00:00.000Z'), ('003_invoices', '2025-01-03T00:00:00.000Z');
