COMMENT ON TRIGGER touched ON customer IS 'sets the time';
