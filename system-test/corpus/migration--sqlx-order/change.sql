UPDATE _sqlx_migrations SET installed_on = '2025-01-04' WHERE version = 20250102000000;
