-- an ordinary list with one column, as Sequelize, Rails, dbmate and tern have
CREATE TABLE tag (name varchar(255) PRIMARY KEY);
INSERT INTO tag VALUES ('red'), ('blue');
CREATE TABLE release (version varchar(255) PRIMARY KEY);
INSERT INTO release VALUES ('1.0'), ('1.1');
CREATE TABLE edition (version varchar PRIMARY KEY);
INSERT INTO edition VALUES ('first');
CREATE TABLE counter (version integer);
INSERT INTO counter VALUES (1);
CREATE TABLE label (version text PRIMARY KEY);
INSERT INTO label VALUES ('a');
