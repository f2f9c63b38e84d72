DROP STATISTICS city_zip;
CREATE STATISTICS city_zip (ndistinct, mcv) ON city, zip FROM address;
