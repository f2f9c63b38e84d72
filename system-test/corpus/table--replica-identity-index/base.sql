CREATE TABLE job (id bigint NOT NULL, code text NOT NULL);
CREATE UNIQUE INDEX job_id ON job (id);
CREATE UNIQUE INDEX job_code ON job (code);
ALTER TABLE job REPLICA IDENTITY USING INDEX job_id;
