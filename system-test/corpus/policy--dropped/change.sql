DROP POLICY own_rows ON customer;
