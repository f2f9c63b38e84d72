DROP AGGREGATE total(numeric);
