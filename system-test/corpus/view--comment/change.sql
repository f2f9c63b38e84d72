COMMENT ON VIEW client IS 'those who may buy';
