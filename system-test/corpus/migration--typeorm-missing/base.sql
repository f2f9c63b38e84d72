CREATE TABLE "migrations" ("id" SERIAL NOT NULL, "timestamp" bigint NOT NULL, "name" character varying NOT NULL,
    CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY ("id"));
INSERT INTO "migrations" ("timestamp", "name") VALUES
    (1735689600000, 'Init1735689600000'), (1735776000000, 'Orders1735776000000'), (1735862400000, 'Invoices1735862400000');
