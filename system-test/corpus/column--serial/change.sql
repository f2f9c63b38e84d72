DROP TABLE customer;
CREATE TABLE customer (id serial);
