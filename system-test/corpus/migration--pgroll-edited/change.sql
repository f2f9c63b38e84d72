UPDATE roll.history SET migration = '{"operations": []}' WHERE name = '02_orders';
