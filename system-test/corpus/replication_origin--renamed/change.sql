SELECT pg_replication_origin_drop('North');
SELECT pg_replication_origin_create('north');
