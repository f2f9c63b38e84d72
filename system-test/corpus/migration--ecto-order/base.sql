CREATE TABLE ecto_history (version bigint NOT NULL, inserted_at timestamp(0), PRIMARY KEY (version));
INSERT INTO ecto_history VALUES
    (20250101000000, '2025-01-01'), (20250102000000, '2025-01-01'), (20250103000000, '2025-01-03');
