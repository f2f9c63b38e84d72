ALTER OPERATOR FAMILY integer_ops USING btree ADD OPERATOR 1 <<< (integer, numeric);
