CREATE TABLE revisions (
    version character varying NOT NULL, description character varying NOT NULL, type bigint NOT NULL DEFAULT 2,
    applied bigint NOT NULL DEFAULT 0, total bigint NOT NULL DEFAULT 0, executed_at timestamptz NOT NULL, execution_time bigint NOT NULL,
    error text, error_stmt text, hash character varying NOT NULL, partial_hashes jsonb, operator_version character varying NOT NULL,
    PRIMARY KEY (version));
INSERT INTO revisions VALUES
    ('.atlas_cloud_identifier', '4f3a', 2, 0, 0, '2025-01-01', 0, NULL, NULL, '', NULL, 'Atlas CLI v0.30'),
    ('20250101000000', 'init', 2, 3, 3, '2025-01-01', 9, NULL, NULL, 'a1b2=', NULL, 'Atlas CLI v0.30'),
    ('20250102000000', 'orders', 2, 2, 2, '2025-01-02', 9, NULL, NULL, 'c3d4=', NULL, 'Atlas CLI v0.30'),
    ('20250103000000', 'invoices', 2, 2, 2, '2025-01-03', 9, NULL, NULL, 'e5f6=', NULL, 'Atlas CLI v0.30');
