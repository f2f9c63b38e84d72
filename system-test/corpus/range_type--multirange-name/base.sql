CREATE TYPE price_range AS RANGE (SUBTYPE = float8);
