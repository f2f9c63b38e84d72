CREATE TABLE shop_revision (version_num VARCHAR(32) NOT NULL, CONSTRAINT shop_revision_pkc PRIMARY KEY (version_num));
INSERT INTO shop_revision VALUES ('1975ea83b712');
