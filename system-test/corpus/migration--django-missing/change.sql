DELETE FROM django_migrations WHERE app = 'shop' AND name = '0002_order';
