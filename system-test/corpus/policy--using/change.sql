ALTER POLICY own_rows ON customer USING (true);
