CREATE TABLE document (id bigint, note text);
CREATE TABLE letter () INHERITS (document);
