CREATE TABLE event (id bigint, region text);
