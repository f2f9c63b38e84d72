CREATE TABLE event (id bigint, region text) PARTITION BY LIST (region);
CREATE TABLE event_rest PARTITION OF event FOR VALUES IN ('north');
