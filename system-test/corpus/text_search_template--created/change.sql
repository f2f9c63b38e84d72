CREATE TEXT SEARCH TEMPLATE same (INIT = dsimple_init, LEXIZE = dsimple_lexize);
