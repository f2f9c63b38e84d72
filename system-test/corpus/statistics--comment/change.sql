COMMENT ON STATISTICS city_zip IS 'a zip lies in one city';
