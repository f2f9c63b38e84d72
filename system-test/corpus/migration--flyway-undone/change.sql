INSERT INTO app.flyway_schema_history VALUES (5, '10', 'invoices', 'UNDO_SQL', 'U10__invoices.sql', 555, 'ci', '2025-01-04', 5, true);
