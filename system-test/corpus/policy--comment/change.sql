COMMENT ON POLICY own_rows ON customer IS 'everybody sees their own';
