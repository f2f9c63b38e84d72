CREATE TABLE job (id bigint, payload text);
