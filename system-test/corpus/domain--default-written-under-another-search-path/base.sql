CREATE SCHEMA shop;
CREATE SEQUENCE shop.numbers;
SET LOCAL search_path = shop, public;
CREATE DOMAIN public.number AS bigint DEFAULT nextval('numbers');
