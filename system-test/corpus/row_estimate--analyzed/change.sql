ANALYZE reading;
