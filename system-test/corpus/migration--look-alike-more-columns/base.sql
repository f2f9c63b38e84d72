-- the columns of Knex, Laravel, Ecto, golang-migrate and Django, and one that they do not have
CREATE TABLE import (id serial PRIMARY KEY, name varchar(255), batch integer, migration_time timestamptz, customer bigint);
INSERT INTO import (name, batch) VALUES ('a', 1);
CREATE TABLE bird (id serial PRIMARY KEY, migration varchar(255), batch integer, species text);
INSERT INTO bird (migration, batch) VALUES ('autumn', 1);
CREATE TABLE document (version bigint PRIMARY KEY, inserted_at timestamp, body text);
INSERT INTO document VALUES (1, '2025-01-01', 'x');
CREATE TABLE page (version bigint PRIMARY KEY, dirty boolean, body text);
INSERT INTO page VALUES (1, false, 'x');
CREATE TABLE patch (id serial PRIMARY KEY, app varchar(255), name varchar(255), applied timestamptz, author text);
INSERT INTO patch (app, name) VALUES ('a', 'b');
