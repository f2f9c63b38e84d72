COMMENT ON TYPE price_range IS 'from lowest to highest offer';
