CREATE TABLE customer (id bigint, email text);
CREATE RULE keep AS ON DELETE TO customer WHERE old.id > 10 DO INSTEAD NOTHING;
