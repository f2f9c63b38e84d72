CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL, "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId"));
INSERT INTO "__EFMigrationsHistory" VALUES ('20250101000000_Init', '9.0.0'), ('20250102000000_Orders', '9.0.0');
