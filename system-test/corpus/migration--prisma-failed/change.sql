UPDATE _prisma_migrations SET finished_at = NULL, logs = 'ERROR: relation "invoice" already exists' WHERE id = '3';
