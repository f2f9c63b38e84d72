ALTER FUNCTION price(numeric) SET app.api_key = 'second';
