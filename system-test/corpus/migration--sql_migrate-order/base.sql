CREATE TABLE ran_scripts (id text NOT NULL PRIMARY KEY, applied_at timestamp with time zone);
INSERT INTO ran_scripts VALUES
    ('20250101-init.sql', '2025-01-01'), ('20250102-orders.sql', '2025-01-02'), ('20250103-invoices.sql', '2025-01-03');
