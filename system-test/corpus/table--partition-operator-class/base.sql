CREATE TABLE event (id bigint, region text) PARTITION BY RANGE (region);
