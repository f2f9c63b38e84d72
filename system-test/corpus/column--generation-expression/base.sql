CREATE TABLE item (price integer, amount integer, total integer GENERATED ALWAYS AS (price * amount) STORED);
