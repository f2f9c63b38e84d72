CREATE UNIQUE INDEX total_id ON total (id);
