CREATE VIEW client AS SELECT id, email FROM customer;
