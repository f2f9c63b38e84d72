DROP POLICY own_rows ON customer;
CREATE POLICY own_rows ON customer AS RESTRICTIVE FOR ALL TO public USING (owner_name = current_user);
