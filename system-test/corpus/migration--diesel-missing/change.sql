DELETE FROM __diesel_schema_migrations WHERE version = '20250103000000';
