SET allow_in_place_tablespaces = on;
-- commit
CREATE TABLESPACE corpus_exclusion LOCATION '';
-- commit
CREATE TABLE rent (room text, at daterange, note text, gone boolean,
    CONSTRAINT rent_once EXCLUDE USING gist (at WITH &&));
