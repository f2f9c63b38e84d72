UPDATE knex_migrations_lock SET is_locked = 1;
