ALTER FUNCTION price(numeric) OWNER TO corpus_cashier;
