CREATE TABLE django_migrations (
    id serial PRIMARY KEY, app varchar(255) NOT NULL, name varchar(255) NOT NULL,
    applied timestamptz NOT NULL);
INSERT INTO django_migrations VALUES
    (1, 'contenttypes', '0001_initial', '2025-01-01'), (2, 'shop', '0001_initial', '2025-01-01'),
    (3, 'shop', '0002_order', '2025-01-02'), (4, 'shop', '0003_invoice', '2025-01-03');
