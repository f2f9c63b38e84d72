ALTER TABLE job SET (fillfactor = 70);
