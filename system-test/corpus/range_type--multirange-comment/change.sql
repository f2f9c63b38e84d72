COMMENT ON TYPE price_multirange IS 'all offers of a day';
