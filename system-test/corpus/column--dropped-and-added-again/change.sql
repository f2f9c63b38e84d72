ALTER TABLE customer DROP COLUMN credit;
ALTER TABLE customer ADD COLUMN credit integer DEFAULT 0;
