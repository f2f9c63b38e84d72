CREATE FUNCTION words(line text) RETURNS SETOF text LANGUAGE sql AS 'SELECT unnest(string_to_array(line, '' ''))';
