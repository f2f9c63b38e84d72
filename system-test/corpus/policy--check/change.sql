ALTER POLICY own_rows ON customer WITH CHECK (NOT gone);
