DROP OPERATOR === (integer, integer);
