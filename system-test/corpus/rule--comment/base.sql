CREATE TABLE customer (id bigint, email text);
CREATE RULE keep AS ON DELETE TO customer DO INSTEAD NOTHING;
