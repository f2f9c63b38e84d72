DROP TABLE remote;
CREATE FOREIGN TABLE remote (id bigint) SERVER warehouse;
