DELETE FROM "SequelizeMeta" WHERE name = '20250102000000-orders.js';
