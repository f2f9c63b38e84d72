COMMENT ON CONSTRAINT rent_once ON rent IS 'one guest a room';
