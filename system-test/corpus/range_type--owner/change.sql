ALTER TYPE price_range OWNER TO corpus_seller;
