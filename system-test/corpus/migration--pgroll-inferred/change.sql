INSERT INTO pgroll.migrations (schema, name, migration, created_at, parent, done, migration_type) VALUES
    ('public', '02_orders_20250103000000000000', '{"operations": [{"sql": {"up": "alter table b add c int"}}]}', '2025-01-03', '02_orders', true, 'inferred');
