UPDATE drizzle.__drizzle_migrations SET hash = repeat('d4', 32) WHERE hash = repeat('c3', 32);
