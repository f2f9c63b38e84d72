UPDATE app.flyway_schema_history SET checksum = -222 WHERE version = '2';
