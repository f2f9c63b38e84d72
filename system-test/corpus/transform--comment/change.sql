COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'for tests';
