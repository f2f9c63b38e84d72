DELETE FROM kysely_migration WHERE name = '002_orders';
