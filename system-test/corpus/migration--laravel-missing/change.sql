DELETE FROM migrations WHERE migration = '2025_01_02_000000_create_orders_table';
