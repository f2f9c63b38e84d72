ALTER TYPE mood RENAME VALUE 'ok' TO 'so-so';
