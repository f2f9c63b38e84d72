CREATE SCHEMA app;
CREATE TABLE app.flyway_schema_history (
    installed_rank int NOT NULL, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
    script varchar(1000) NOT NULL, checksum int, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(),
    execution_time int NOT NULL, success boolean NOT NULL,
    CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank));
CREATE INDEX flyway_schema_history_s_idx ON app.flyway_schema_history (success);
INSERT INTO app.flyway_schema_history VALUES
    (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"app"', NULL, 'ci', '2025-01-01', 0, true),
    (1, '1', 'init', 'SQL', 'V1__init.sql', 111, 'ci', '2025-01-01', 5, true),
    (2, '2', 'orders', 'SQL', 'V2__orders.sql', NULL, 'ci', '2025-01-02', 5, true),
    (3, '10', 'invoices', 'SQL', 'V10__invoices.sql', 333, 'ci', '2025-01-03', 5, true),
    (4, NULL, 'views', 'SQL', 'R__views.sql', 444, 'ci', '2025-01-03', 5, true);
