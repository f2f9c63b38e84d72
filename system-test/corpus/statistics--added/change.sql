CREATE STATISTICS city_zip ON city, zip FROM address;
