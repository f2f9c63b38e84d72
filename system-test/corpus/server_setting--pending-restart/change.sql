ALTER SYSTEM SET wal_level = 'replica';
