UPDATE refinery_schema_history SET applied_on = '2025-01-04T00:00:00.000000000Z' WHERE version = 2;
