CREATE TABLE item (price integer);
CREATE TABLE book (author text) INHERITS (item);
