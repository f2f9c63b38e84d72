CREATE TABLE account (id integer PRIMARY KEY, iban text, closed boolean NOT NULL DEFAULT false);
