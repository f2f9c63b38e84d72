CREATE FUNCTION split(line text, OUT head text, OUT tail text) LANGUAGE sql
  AS 'SELECT left(line, 1), substr(line, 2)';
