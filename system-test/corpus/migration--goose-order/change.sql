UPDATE goose_db_version SET id = 5 WHERE version_id = 20250102000000;
