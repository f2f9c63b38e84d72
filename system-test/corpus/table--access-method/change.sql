DROP TABLE job;
CREATE TABLE job (id bigint) USING heap_of_our_own;
