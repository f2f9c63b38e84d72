DROP STATISTICS city_zip;
CREATE STATISTICS city_zip (ndistinct) ON zip, upper(city) FROM address;
