CREATE TABLE item (price integer, CONSTRAINT item_price CHECK (price > 0));
