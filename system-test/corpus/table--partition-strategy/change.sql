DROP TABLE event;
CREATE TABLE event (id bigint, region text) PARTITION BY HASH (region);
