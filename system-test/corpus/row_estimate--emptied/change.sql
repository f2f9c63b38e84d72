TRUNCATE reading;
ANALYZE reading;
