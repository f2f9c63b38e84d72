CREATE TABLE document (id bigint, content text);
