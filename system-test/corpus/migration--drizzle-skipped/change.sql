-- the newest is there: a comparison of the newest would see nothing
DELETE FROM drizzle.__drizzle_migrations WHERE hash = repeat('b2', 32);
