ALTER TABLE item DROP CONSTRAINT item_price;
ALTER TABLE item ADD CONSTRAINT item_price CHECK (price >= 0);
