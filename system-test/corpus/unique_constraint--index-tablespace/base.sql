SET allow_in_place_tablespaces = on;
-- commit
CREATE TABLESPACE corpus_unique_constraint LOCATION '';
-- commit
CREATE TABLE customer (id bigint NOT NULL, name text NOT NULL, CONSTRAINT customer_id_key UNIQUE (id));
