CREATE DOMAIN stamp AS timestamptz DEFAULT now();
