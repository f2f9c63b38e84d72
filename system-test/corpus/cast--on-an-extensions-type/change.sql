CREATE CAST (citext AS integer) WITH INOUT;
