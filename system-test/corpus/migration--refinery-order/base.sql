CREATE TABLE refinery_schema_history (version INT4 PRIMARY KEY, name VARCHAR(255), applied_on VARCHAR(255), checksum VARCHAR(255));
INSERT INTO refinery_schema_history VALUES
    (1, 'init', '2025-01-01T00:00:00.000000000Z', '111'), (2, 'orders', '2025-01-02T00:00:00.000000000Z', '222'),
    (3, 'invoices', '2025-01-03T00:00:00.000000000Z', '333');
