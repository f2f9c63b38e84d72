DELETE FROM app.flyway_schema_history WHERE version = '10';
