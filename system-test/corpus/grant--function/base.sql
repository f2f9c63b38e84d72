CREATE ROLE corpus_clerk;
CREATE FUNCTION fee(amount integer) RETURNS integer LANGUAGE sql AS 'SELECT amount / 100';
