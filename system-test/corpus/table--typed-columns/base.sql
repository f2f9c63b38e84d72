CREATE TYPE point_in_time AS (id bigint, at date);
CREATE TABLE event OF point_in_time;
