CREATE TYPE cents (INPUT = cents_in, OUTPUT = cents_out, LIKE = integer);
