ALTER TABLE job SET (toast.autovacuum_enabled = off);
