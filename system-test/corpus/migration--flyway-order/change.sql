-- 2 was merged late: it ran after 10
UPDATE app.flyway_schema_history SET installed_rank = 6 WHERE version = '2';
