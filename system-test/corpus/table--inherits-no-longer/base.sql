CREATE TABLE document (id bigint);
CREATE TABLE letter (sender text) INHERITS (document);
