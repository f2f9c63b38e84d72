ALTER TABLE customer OWNER TO corpus_table_owner;
