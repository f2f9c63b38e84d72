DELETE FROM "migrations" WHERE id = 3;
