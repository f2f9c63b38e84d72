CREATE ROLE corpus_policy_comment;
CREATE TABLE customer (id bigint, owner_name name, gone boolean);
CREATE POLICY own_rows ON customer FOR ALL TO public USING (owner_name = current_user);
