-- ranks of all that follow are others: no drift but the one that is missing
DELETE FROM app.flyway_schema_history WHERE version = '2';
UPDATE app.flyway_schema_history SET installed_rank = installed_rank - 1 WHERE installed_rank > 2;
