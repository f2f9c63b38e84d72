UPDATE _prisma_migrations SET finished_at = NULL, rolled_back_at = '2025-01-03 11:00Z' WHERE id = '3';
