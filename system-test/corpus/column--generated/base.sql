CREATE TABLE item (price integer, amount integer, total integer);
