ALTER TABLE customer RENAME COLUMN email TO mail;
