INSERT INTO _prisma_migrations VALUES ('0', repeat('d4', 32), NULL, '20250103100000_invoices', 'ERROR', '2025-01-03 09:30Z', '2025-01-03 09:00Z', 0);
