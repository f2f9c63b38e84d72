CREATE TABLE a_table_whose_name_is_rather_long_for_a_table (a_column_whose_name_is_long_too text NOT NULL);
CREATE TABLE customer (id bigint NOT NULL);
