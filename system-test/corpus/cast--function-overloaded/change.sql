CREATE FUNCTION mood(text, integer) RETURNS mood LANGUAGE sql AS 'SELECT ''sad''::public.mood';
