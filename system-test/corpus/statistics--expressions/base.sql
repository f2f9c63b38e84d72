CREATE TABLE address (city text, zip text);
CREATE STATISTICS city_zip (ndistinct) ON zip, lower(city) FROM address;
