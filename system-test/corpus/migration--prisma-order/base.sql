CREATE TABLE _prisma_history (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
    logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0);
INSERT INTO _prisma_history VALUES
    ('1', repeat('a1', 32), '2025-01-01 10:00:01Z', '20250101100000_init', NULL, NULL, '2025-01-01 10:00Z', 1),
    ('2', repeat('b2', 32), '2025-01-02 10:00:01Z', '20250102100000_orders', NULL, NULL, '2025-01-02 10:00Z', 1),
    ('3', repeat('c3', 32), '2025-01-03 10:00:01Z', '20250103100000_invoices', NULL, NULL, '2025-01-03 10:00Z', 1);
