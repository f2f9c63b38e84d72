DELETE FROM schema_migrations WHERE version = '20250102000000';
