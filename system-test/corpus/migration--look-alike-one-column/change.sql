INSERT INTO tag VALUES ('green');
DELETE FROM release WHERE version = '1.1';
UPDATE edition SET version = 'second';
UPDATE counter SET version = 2;
UPDATE label SET version = 'b';
