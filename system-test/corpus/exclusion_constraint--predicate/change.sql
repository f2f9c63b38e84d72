ALTER TABLE rent DROP CONSTRAINT rent_once;
ALTER TABLE rent ADD CONSTRAINT rent_once EXCLUDE USING gist (at WITH &&) WHERE (note = '');
