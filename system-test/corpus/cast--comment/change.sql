COMMENT ON CAST (text AS mood) IS 'guesses';
