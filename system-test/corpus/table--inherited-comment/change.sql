COMMENT ON CONSTRAINT event_customer ON event_2025 IS 'checked by the importer';
