ALTER TABLE item ADD CONSTRAINT item_price CHECK (price > 0);
