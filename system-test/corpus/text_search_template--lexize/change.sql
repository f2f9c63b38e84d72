DROP TEXT SEARCH TEMPLATE same;
CREATE TEXT SEARCH TEMPLATE same (INIT = dsimple_init, LEXIZE = dsynonym_lexize);
