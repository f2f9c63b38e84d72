ALTER DOMAIN age RENAME CONSTRAINT age_positive TO age_sane;
