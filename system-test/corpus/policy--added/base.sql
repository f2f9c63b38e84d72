CREATE TABLE customer (id bigint, gone boolean);
