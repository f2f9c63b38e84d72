CREATE TABLE app.virtual (a integer CONSTRAINT a_there NOT NULL, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL);
ALTER TABLE app.virtual ADD CONSTRAINT a_even CHECK (a % 2 = 0) NOT ENFORCED;
