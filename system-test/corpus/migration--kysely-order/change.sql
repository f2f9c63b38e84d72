UPDATE shop_migration SET timestamp = '2025-01-04T00:00:00.000Z' WHERE name = '002_orders';
