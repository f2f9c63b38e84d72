DROP TABLE event;
CREATE TABLE event (id bigint, region text) PARTITION BY RANGE (region text_pattern_ops);
