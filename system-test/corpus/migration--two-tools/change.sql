DELETE FROM knex_migrations WHERE id = 3;
INSERT INTO "__EFMigrationsHistory" VALUES ('20250103000000_Invoices', '9.0.0');
