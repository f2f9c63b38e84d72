UPDATE _prisma_history SET started_at = '2025-01-04 10:00Z' WHERE id = '2';
