CREATE TABLE event (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE event_2025 (id bigint, at date);
