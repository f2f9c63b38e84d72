DROP TYPE price_range;
CREATE TYPE price_range AS RANGE (SUBTYPE = numeric);
