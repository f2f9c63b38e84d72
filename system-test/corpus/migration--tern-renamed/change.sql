UPDATE tern_state SET version = 8;
