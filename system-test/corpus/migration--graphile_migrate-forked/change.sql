-- same first file, another second one, and what follows stands on it
DELETE FROM graphile_migrate.ledger WHERE hash = 'sha1:bb';
INSERT INTO graphile_migrate.ledger VALUES ('sha1:cc', 'sha1:aa', '000002.sql', '2025-01-02');
