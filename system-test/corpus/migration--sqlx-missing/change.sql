DELETE FROM _sqlx_migrations WHERE version = 20250103000000;
