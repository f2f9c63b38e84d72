CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
ALTER TABLE call ADD COLUMN moods mood[];
