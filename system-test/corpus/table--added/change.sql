CREATE TABLE invoice (id bigint NOT NULL, customer_id bigint);
