DROP DOMAIN email;
CREATE DOMAIN email AS varchar(320);
