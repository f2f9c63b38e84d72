ALTER FUNCTION price(numeric) RESET search_path;
