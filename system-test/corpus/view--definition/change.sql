CREATE OR REPLACE VIEW client AS SELECT id, email FROM customer WHERE credit > 1;
