UPDATE pgroll.migrations SET parent = NULL WHERE name = '02_orders';
