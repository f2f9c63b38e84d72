CREATE TABLE document (id bigint);
CREATE TABLE dated (id bigint);
CREATE TABLE letter (sender text) INHERITS (document);
