DROP STATISTICS city_zip;
CREATE STATISTICS city_zip (ndistinct) ON city, zip, street FROM address;
