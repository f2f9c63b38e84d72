CREATE TEXT SEARCH TEMPLATE even_simpler (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple);
