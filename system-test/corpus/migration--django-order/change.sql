UPDATE django_migrations SET id = 9 WHERE name = '0002_order';
