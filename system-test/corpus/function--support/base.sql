CREATE FUNCTION items(anyarray) RETURNS SETOF anyelement LANGUAGE internal AS 'array_unnest';
