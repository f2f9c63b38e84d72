CREATE TABLE account (id integer, iban text);
