-- the obvious name is taken
DROP TABLE customer;
CREATE TABLE customer (id bigint, CONSTRAINT customer_id_not_null CHECK (id > 0));
ALTER TABLE customer ALTER COLUMN id SET NOT NULL;
