CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE event (customer_id bigint CONSTRAINT event_customer REFERENCES customer, at date) PARTITION BY RANGE (at);
CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
