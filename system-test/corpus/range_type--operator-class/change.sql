DROP TYPE name_range;
CREATE TYPE name_range AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops);
