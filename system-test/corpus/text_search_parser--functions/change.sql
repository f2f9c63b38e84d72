DROP TEXT SEARCH PARSER words;
CREATE TEXT SEARCH PARSER words (START = words_start, GETTOKEN = words_next, END = words_end, LEXTYPES = words_types);
