COMMENT ON EVENT TRIGGER noted IS 'who did it';
