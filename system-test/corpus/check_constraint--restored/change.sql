-- what pg_dump writes of them
ALTER TABLE rent DROP CONSTRAINT rent_room, DROP CONSTRAINT rent_time;
ALTER TABLE rent
    ADD CONSTRAINT rent_room CHECK (((room)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))),
    ADD CONSTRAINT rent_time CHECK ((((day >= 1) AND (day <= 7)) AND (hour > 0)));
