ALTER VIEW client OWNER TO corpus_view_owner;
