UPDATE app_migrations SET id = 9, batch = 3 WHERE id = 2;
