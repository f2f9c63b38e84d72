CREATE TABLE orders (id bigint, closed boolean);
CREATE FUNCTION open_orders() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM orders WHERE NOT closed; END;
