CREATE TABLE customer (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE customer_low PARTITION OF customer FOR VALUES FROM (0) TO (1000);
CREATE TABLE invoice (id bigint, customer_id bigint) PARTITION BY RANGE (id);
CREATE TABLE invoice_low PARTITION OF invoice FOR VALUES FROM (0) TO (1000);
