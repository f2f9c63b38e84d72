-- what a failed REINDEX CONCURRENTLY can leave behind
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'customer_pkey'::regclass;
