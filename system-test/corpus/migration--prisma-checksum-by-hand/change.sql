-- no hash: it says nothing of the script
UPDATE _prisma_migrations SET checksum = 'manual' WHERE id = '2';
