ALTER ROLE ALL SET search_path = bank;
