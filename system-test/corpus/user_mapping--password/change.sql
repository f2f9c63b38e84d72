ALTER USER MAPPING FOR corpus_app SERVER elsewhere OPTIONS (SET password 'two');
