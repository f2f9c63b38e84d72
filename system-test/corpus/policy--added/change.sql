CREATE POLICY own_rows ON customer USING (NOT gone);
