-- as a restore puts it
DROP TABLE letter;
CREATE TABLE letter (sender text) INHERITS (document);
