DROP DOMAIN number;
CREATE DOMAIN number AS bigint DEFAULT nextval('shop.numbers');
