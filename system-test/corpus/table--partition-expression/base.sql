CREATE TABLE event (id bigint, region text) PARTITION BY LIST (lower(region));
