CREATE TABLE account (id integer PRIMARY KEY, iban text, closed boolean NOT NULL DEFAULT false);
CREATE TABLE transfer (id integer PRIMARY KEY);
CREATE PUBLICATION outbound FOR TABLE account;
