CREATE TYPE mood AS ENUM ('sad', 'happy');
-- commit
ALTER TYPE mood ADD VALUE 'ok' BEFORE 'happy';
