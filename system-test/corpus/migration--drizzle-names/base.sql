CREATE TABLE __drizzle_migrations (
    id SERIAL PRIMARY KEY, hash TEXT NOT NULL, created_at BIGINT, name TEXT, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
INSERT INTO __drizzle_migrations (hash, created_at, name) VALUES
    (repeat('a1', 32), 1735689600000, '20250101000000_init'), (repeat('b2', 32), 1735776000000, '20250102000000_orders');
