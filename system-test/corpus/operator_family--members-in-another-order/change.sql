DROP OPERATOR FAMILY whole USING btree;
CREATE OPERATOR FAMILY whole USING btree;
ALTER OPERATOR FAMILY whole USING btree ADD OPERATOR 5 > (integer, bigint), OPERATOR 1 < (integer, bigint);
