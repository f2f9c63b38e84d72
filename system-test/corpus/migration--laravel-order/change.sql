UPDATE applied SET batch = 3, id = 9 WHERE migration = '2025_01_02_000000_create_orders_table';
