UPDATE __drizzle_migrations SET name = '20250102000000_order' WHERE id = 2;
