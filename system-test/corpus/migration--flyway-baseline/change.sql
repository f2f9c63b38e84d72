DELETE FROM app.flyway_schema_history WHERE installed_rank IN (0, 1);
UPDATE app.flyway_schema_history SET installed_rank = 1, type = 'BASELINE', description = '<< Flyway Baseline >>', checksum = NULL WHERE version = '2';
