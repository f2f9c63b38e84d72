ALTER TABLE event OF point_in_time;
