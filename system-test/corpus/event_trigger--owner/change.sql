ALTER EVENT TRIGGER noted OWNER TO corpus_event_trigger_owner;
