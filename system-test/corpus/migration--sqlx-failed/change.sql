UPDATE _sqlx_migrations SET success = false WHERE version = 20250103000000;
