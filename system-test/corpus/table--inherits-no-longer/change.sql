ALTER TABLE letter NO INHERIT document;
