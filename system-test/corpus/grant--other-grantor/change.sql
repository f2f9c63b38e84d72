REVOKE SELECT ON account FROM corpus_clerk;
SET LOCAL ROLE corpus_head;
GRANT SELECT ON account TO corpus_clerk;
