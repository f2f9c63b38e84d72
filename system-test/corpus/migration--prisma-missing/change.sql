DELETE FROM _prisma_migrations WHERE id = '3';
