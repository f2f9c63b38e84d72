ALTER ROLE authenticator INHERIT;
