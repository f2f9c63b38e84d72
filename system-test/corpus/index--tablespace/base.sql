SET allow_in_place_tablespaces = on;
-- commit
CREATE TABLESPACE corpus_index LOCATION '';
-- commit
CREATE TABLE customer (id bigint, email text, credit integer);
CREATE INDEX customer_email ON customer (email);
