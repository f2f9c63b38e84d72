CREATE TABLE ef_history (
    migration_id character varying(150) NOT NULL, product_version character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY (migration_id));
INSERT INTO ef_history VALUES ('20250101000000_Init', '9.0.0'), ('20250102000000_Orders', '9.0.0');
