DELETE FROM goose_db_version WHERE id IN (1, 3);
