CREATE TABLE address (city text, zip text);
