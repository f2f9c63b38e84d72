CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMPTZ NOT NULL DEFAULT now(), success BOOLEAN NOT NULL,
    checksum BYTEA NOT NULL, execution_time BIGINT NOT NULL);
INSERT INTO _sqlx_migrations VALUES
    (20250101000000, 'init', '2025-01-01', true, '\xaa', 5), (20250102000000, 'orders', '2025-01-02', true, '\xbb', 5),
    (20250103000000, 'invoices', '2025-01-03', true, '\xcc', 5);
