ALTER POLICY own_rows ON customer TO corpus_policy_roles;
