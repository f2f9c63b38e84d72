UPDATE migrate_state SET dirty = true;
