DROP TYPE price_range;
