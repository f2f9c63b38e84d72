UPDATE kysely_migration_lock SET is_locked = 1;
