CREATE ROLE corpus_policy_one;
CREATE ROLE corpus_policy_two;
CREATE TABLE customer (id bigint);
CREATE POLICY own_rows ON customer TO corpus_policy_one, corpus_policy_two USING (id > 0);
