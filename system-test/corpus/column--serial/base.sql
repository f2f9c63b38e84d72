CREATE TABLE customer (id integer NOT NULL);
