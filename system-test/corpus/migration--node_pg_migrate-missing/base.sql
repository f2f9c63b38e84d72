CREATE TABLE "public"."pgmigrations" (id SERIAL PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL);
INSERT INTO "public"."pgmigrations" (name, run_on) VALUES
    ('1735689600000_init', '2025-01-01'), ('1735776000000_orders', '2025-01-02'), ('1735862400000_invoices', '2025-01-03');
