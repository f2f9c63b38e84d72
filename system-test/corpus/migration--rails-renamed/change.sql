INSERT INTO shop.shop_migrations VALUES ('20250103000000');
