CREATE TABLE migrations (id serial PRIMARY KEY, migration varchar(255) NOT NULL, batch integer NOT NULL);
INSERT INTO migrations (migration, batch) VALUES
    ('0001_01_01_000000_create_users_table', 1), ('2025_01_02_000000_create_orders_table', 1), ('2025_01_03_000000_create_invoices_table', 2);
