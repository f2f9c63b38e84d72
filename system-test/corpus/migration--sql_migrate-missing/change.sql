DELETE FROM gorp_migrations WHERE id = '20250102-orders.sql';
