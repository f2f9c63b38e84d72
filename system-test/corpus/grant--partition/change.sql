GRANT SELECT ON event_2026 TO corpus_clerk;
GRANT INSERT ON event TO corpus_clerk;
