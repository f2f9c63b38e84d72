CREATE FUNCTION shout(text) RETURNS text LANGUAGE internal AS 'upper';
