DROP TABLE letter;
CREATE TABLE letter (note text) INHERITS (document);
