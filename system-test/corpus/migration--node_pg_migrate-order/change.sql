UPDATE done SET run_on = '2025-01-04' WHERE name = '1735776000000_orders';
