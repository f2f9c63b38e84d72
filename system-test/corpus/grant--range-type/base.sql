CREATE TYPE span AS RANGE (subtype = numeric);
