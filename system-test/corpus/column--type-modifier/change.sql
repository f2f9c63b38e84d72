ALTER TABLE customer ALTER COLUMN credit TYPE numeric(12,4);
