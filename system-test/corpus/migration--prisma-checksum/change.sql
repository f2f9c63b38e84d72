UPDATE _prisma_migrations SET checksum = repeat('ee', 32) WHERE id = '2';
