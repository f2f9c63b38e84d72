CREATE TYPE name_range AS RANGE (SUBTYPE = text);
