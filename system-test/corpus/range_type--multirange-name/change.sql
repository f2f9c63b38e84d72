DROP TYPE price_range;
CREATE TYPE price_range AS RANGE (SUBTYPE = float8, MULTIRANGE_TYPE_NAME = price_ranges);
