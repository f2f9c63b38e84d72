INSERT INTO app.flyway_schema_history VALUES (5, NULL, 'views', 'SQL', 'R__views.sql', 445, 'ci', '2025-01-04', 5, true);
