CREATE TABLE customer (id bigint PRIMARY KEY, email text UNIQUE, CHECK (email <> ''));
CREATE INDEX ON customer (lower(email));
CREATE TABLE invoice (id bigint);
