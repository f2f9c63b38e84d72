CREATE TYPE price_range AS RANGE (SUBTYPE = numeric);
