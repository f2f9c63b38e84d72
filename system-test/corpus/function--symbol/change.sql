CREATE OR REPLACE FUNCTION shout(text) RETURNS text LANGUAGE internal AS 'lower';
