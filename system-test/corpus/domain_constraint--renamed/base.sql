CREATE DOMAIN age AS integer CONSTRAINT age_positive CHECK (VALUE > 0);
