CREATE ROLE corpus_app;
ALTER ROLE corpus_app SET app.jwt_secret = 'one';
