ALTER TABLE rent CLUSTER ON rent_once;
