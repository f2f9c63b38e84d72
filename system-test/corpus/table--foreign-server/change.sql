DROP FOREIGN TABLE remote;
CREATE FOREIGN TABLE remote (id bigint) SERVER archive;
