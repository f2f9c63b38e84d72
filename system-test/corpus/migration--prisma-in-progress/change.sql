UPDATE _prisma_migrations SET finished_at = NULL, started_at = now() WHERE id = '3';
