CREATE TABLE address (city text, zip text, street text);
CREATE STATISTICS city_zip (ndistinct) ON city, zip FROM address;
