ALTER TABLESPACE corpus_fast SET (random_page_cost = 1.1);
