CREATE TEMPORARY TABLE customer (id bigint PRIMARY KEY, name text DEFAULT 'x');
