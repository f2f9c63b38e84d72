ALTER TABLE customer ADD COLUMN draft text, ADD COLUMN name text;
ALTER TABLE customer DROP COLUMN draft, DROP COLUMN name;
