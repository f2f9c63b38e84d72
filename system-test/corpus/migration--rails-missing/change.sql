DELETE FROM schema_migrations WHERE version = '20250101000000';
