ALTER COLLATION german OWNER TO corpus_linguist;
