DROP POLICY own_rows ON customer;
CREATE POLICY own_rows ON customer TO corpus_policy_two, corpus_policy_one USING (id > 0);
