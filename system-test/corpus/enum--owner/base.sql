CREATE ROLE corpus_therapist;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
