CREATE VIEW app.as_reader WITH (security_invoker = true) AS SELECT id FROM app.invoice;
CREATE TABLE app.one_null (a integer UNIQUE NULLS NOT DISTINCT);
CREATE UNLOGGED SEQUENCE app.unlogged_counter;
GRANT SET ON PARAMETER work_mem TO app_reader;
