DROP POLICY own_rows ON customer;
CREATE POLICY own_rows ON customer FOR UPDATE TO public USING (owner_name = current_user);
