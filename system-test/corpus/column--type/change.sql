ALTER TABLE customer ALTER COLUMN credit TYPE bigint;
