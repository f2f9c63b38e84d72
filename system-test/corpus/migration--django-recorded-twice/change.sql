INSERT INTO django_migrations VALUES (9, 'shop', '0003_invoice', '2025-01-05');
