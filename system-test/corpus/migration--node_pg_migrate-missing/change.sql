DELETE FROM pgmigrations WHERE name = '1735776000000_orders';
