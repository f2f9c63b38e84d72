DROP CAST (text AS mood);
CREATE CAST (text AS mood) WITH FUNCTION humour(text);
