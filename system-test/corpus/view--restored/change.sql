-- what pg_dump writes of it
CREATE OR REPLACE VIEW taken AS
 SELECT rent.day
   FROM public.rent
  WHERE (((rent.day >= 1) AND (rent.day <= 7)) AND ((rent.room)::text <> ALL ((ARRAY['a'::character varying, 'b'::character varying])::text[])));
