SET allow_in_place_tablespaces = on;
-- commit
CREATE TABLESPACE corpus_primary_key LOCATION '';
-- commit
CREATE TABLE customer (id bigint NOT NULL, name text NOT NULL, CONSTRAINT customer_pkey PRIMARY KEY (id));
