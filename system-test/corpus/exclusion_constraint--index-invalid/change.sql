UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'rent_once'::regclass;
