CREATE FUNCTION "Sh.op"."pri,ce ""x"("a b" numeric) RETURNS numeric LANGUAGE sql AS 'SELECT $1';
