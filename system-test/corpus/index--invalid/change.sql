-- what a failed CREATE INDEX CONCURRENTLY leaves behind
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'customer_email'::regclass;
