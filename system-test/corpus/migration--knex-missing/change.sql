DELETE FROM knex_migrations WHERE id = 2;
