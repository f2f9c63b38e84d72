ALTER OPERATOR FAMILY whole USING btree OWNER TO corpus_sorter;
