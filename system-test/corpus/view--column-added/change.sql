CREATE OR REPLACE VIEW client AS SELECT id, email, credit FROM customer WHERE credit > 0;
