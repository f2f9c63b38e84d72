CREATE TABLE account (id integer PRIMARY KEY, iban text, closed boolean NOT NULL DEFAULT false);
CREATE PUBLICATION outbound FOR TABLE account WHERE (id > 10);
