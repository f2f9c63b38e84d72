CREATE TABLE schema_migrations (version bigint NOT NULL, inserted_at timestamp(0), PRIMARY KEY (version));
INSERT INTO schema_migrations VALUES
    (20250101000000, '2025-01-01'), (20250102000000, '2025-01-01'), (20250103000000, '2025-01-03');
