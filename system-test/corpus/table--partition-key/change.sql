DROP TABLE event;
CREATE TABLE event (id bigint, at date, region text) PARTITION BY RANGE (at, region COLLATE "C");
