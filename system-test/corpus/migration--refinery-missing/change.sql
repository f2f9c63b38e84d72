DELETE FROM refinery_schema_history WHERE version = 2;
