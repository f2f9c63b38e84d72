DELETE FROM pgroll.migrations WHERE name = '02_orders';
