DROP TYPE name_range;
CREATE TYPE name_range AS RANGE (SUBTYPE = text, COLLATION = "C");
