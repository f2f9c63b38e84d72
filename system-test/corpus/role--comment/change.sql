COMMENT ON ROLE corpus_app IS 'the shop';
