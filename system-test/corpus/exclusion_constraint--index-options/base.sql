CREATE TABLE rent (room text, at daterange, note text, gone boolean,
    CONSTRAINT rent_once EXCLUDE USING gist (at WITH &&));
