CREATE SCHEMA shop;
SET search_path = shop;
CREATE TABLE shop_migrations (version character varying NOT NULL PRIMARY KEY);
CREATE TABLE ar_internal_metadata (
    key character varying NOT NULL PRIMARY KEY, value character varying, created_at timestamp(6) NOT NULL, updated_at timestamp(6) NOT NULL);
INSERT INTO ar_internal_metadata VALUES ('environment', 'production', '2025-01-01', '2025-01-01');
INSERT INTO shop_migrations VALUES ('20250101000000'), ('20250102000000');
