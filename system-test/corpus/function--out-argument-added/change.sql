DROP FUNCTION split(text);
CREATE FUNCTION split(line text, OUT head text, OUT tail text, OUT size integer) LANGUAGE sql
  AS 'SELECT left(line, 1), substr(line, 2), length(line)';
