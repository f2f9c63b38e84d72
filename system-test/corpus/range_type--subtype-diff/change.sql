DROP TYPE price_range;
CREATE TYPE price_range AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi);
