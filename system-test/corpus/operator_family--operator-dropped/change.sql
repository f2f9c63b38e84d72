ALTER OPERATOR FAMILY whole USING btree DROP OPERATOR 1 (integer, bigint);
