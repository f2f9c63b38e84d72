CREATE OPERATOR FAMILY whole USING btree;
ALTER OPERATOR FAMILY whole USING btree ADD OPERATOR 1 < (integer, bigint), OPERATOR 5 > (integer, bigint);
