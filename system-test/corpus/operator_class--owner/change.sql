ALTER OPERATOR CLASS falling USING btree OWNER TO corpus_sorter;
