UPDATE pgroll.migrations SET done = false WHERE name = '02_orders';
