ALTER TABLE document ALTER COLUMN content SET (n_distinct = 12);
