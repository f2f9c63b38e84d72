ALTER TABLE letter INHERIT dated;
