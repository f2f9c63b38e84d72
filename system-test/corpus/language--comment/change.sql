COMMENT ON LANGUAGE plshop IS 'PL/pgSQL by another name';
