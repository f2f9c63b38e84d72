CREATE TABLE job (id bigint, payload text) WITH (fillfactor = 90);
