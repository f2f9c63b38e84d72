COMMENT ON CONSTRAINT item_price ON item IS 'nothing is free';
