CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint);
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES
    (repeat('a1', 32), 1735689600000), (repeat('b2', 32), 1735776000000), (repeat('c3', 32), 1735862400000);
