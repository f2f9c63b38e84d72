CREATE ROLE corpus_table_owner;
CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY);
