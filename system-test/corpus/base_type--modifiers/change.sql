ALTER TYPE cents SET (TYPMOD_IN = numerictypmodin, TYPMOD_OUT = numerictypmodout);
