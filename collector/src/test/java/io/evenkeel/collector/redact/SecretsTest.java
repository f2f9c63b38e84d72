package io.evenkeel.collector.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the texts of this test, what stands between « and » is the secret. */
class SecretsTest {
    private static final Redactor REDACTOR =
            new Redactor(RedactionKey.of("for tests only".getBytes(StandardCharsets.UTF_8)), Definitions.TEXT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://app:«s3cr3t»@db.example.com:5432/app",
                "mongodb+srv://app:«p%40ss/w0rd»@db:5432/app?x=1",
                "redis://:«hunter2»@cache:6379/0, and https://example.com:8080/a@b",
                "amqp://u:«p@ss»@h/vh",
                "password=«hunter2»",
                "host=db port=5432 user=app password=«hunter» dbname=app",
                "host=db password=«abc,d;ef&gh» sslmode=require",
                "Server=x;Pwd=«abc»;Database=y",
                "https://example.com/hook?token=«abc»&sig=«def»",
                "https://hooks.slack.com/services/«T024/B068/Zf8QmTr2»",
                "ALTER ROLE app ENCRYPTED PASSWORD '«it''s secret»';",
                "ALTER ROLE app PASSWORD E'«it\\'s secret»' VALID UNTIL 'infinity';",
                "EXECUTE 'ALTER ROLE app PASSWORD ''«hunter2»''';",
                "conn := 'host=x password=' || '«hunter2»' || ' user=y';",
                "OPTIONS (user 'bob', password '«hunter2»')",
                "password text NOT NULL DEFAULT '«changeme»',",
                "api_key character varying(32) default '«abc»'::character varying",
                "ADD COLUMN \"api_key\" varchar(32) NOT NULL DEFAULT '«abc»'",
                "api_key CONSTANT character varying(9) NOT NULL := '«abc»';",
                "((password)::text = '«hunter2»'::text)",
                "(password IS DISTINCT FROM '«hunter2»'::text)",
                "(auth.jwt() ->> 'secret'::text) = '«hunter2»'::text",
                "{\"api_key\": \"«abc123»\", \"token_type\": \"bearer\"}",
                "E'{\\\"apiKey\\\":\\\"«abc123»\\\"}'",
                "set_config('app.jwt_secret', '«lowercase»', false)",
                "coalesce(current_setting('app.jwt_secret', true), '«fallback»')",
                "jsonb_build_object('apikey', '«aB3dE6»', 'password', 'email')",
                "app.jwt_secret=«super»",
                "ALTER DATABASE x SET app.settings.jwt_secret = '«abc»';",
                "SET app.jwt_secret TO '«abc»';",
                "login(passwd => '«abc»')",
                "secret_access_key := $key$«wJalr»$key$;",
                "«eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U»",
                "stripe «sk_live_4eC39HqLyjWDarjtT1zdp7dc», «whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw»",
                "aws «AKIAIOSFODNN7EXAMPLE»",
                "«ghp_16C7e42F292c6912E7710c838347Ae178B4a»",
                "«xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOHcbrzqgy»",
                "«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»",
                "«sbp_0102030405060708090a0b0c0d0e0f1011121314»",
                "«SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcX=:wfPLwcE6nTWhTAmQ7tl2KeoiWG=»",
                "'«md5a3556571e93b0d20722ba62be61e8c2d»'",
                "Authorization: Bearer «abcDEF123456»",
                "('Authorization', 'Basic «dXNlcjpwYXNz»')",
                "«-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----» after",
                "pgp_sym_encrypt(data, '«my key»', 'cipher-algo=aes256')",
                "crypt('«hunter2»', gen_salt('bf'))",
                "vault.create_secret('«a value»', 'my_name', 'what it is for')",
                "-- the admin password = «hunter2»",
                "Admin password: «hunter2»",
                "x := '«q8ZtPp3Lk9Vw2Xy7Bn4Mc6Jh1Gf5Ds0A»';",
                "İ password='«hunter2»'",
            })
    void secretGoesAndAllElseStays(String marked) {
        String text = marked.replaceAll("[«»]", "");
        String redacted = REDACTOR.text(text);
        assertThat(redacted.replaceAll("\\[redacted [0-9a-f]{6}:[0-9a-f]{16}]", "«»"))
                .isEqualTo(marked.replaceAll("(?s)«.*?»", "«»"));
        assertThat(REDACTOR.text(redacted)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "character varying(255)",
                "see https://example.com:8080/a@b and http://host/path",
                "where u.password = p_password and (u.token = v.token)",
                "if password = '' or token is null then",
                "if token is null then x := 'abc'; end if;",
                "password text, token uuid NOT NULL, secret bytea",
                "(password <> ''::text)",
                "ARRAY['password'::text, 'token'::text, 'email'::text]",
                "IN ('password', 'email', 'magic_link')",
                "EXECUTE 'ALTER ROLE app PASSWORD ' || quote_literal(p);",
                "conn := 'host=x password=' || v_pw || ' user=y';",
                "format('password=%s', pw)",
                "dblink_connect('host=a password=$1')",
                "select * from hf_models join npm_packages on ghp_x",
                "Basic authentication is used; bearer tokens expire after 90 days",
                "'Authorization', 'Bearer ' || token",
                "crypt(p_password, gen_salt('bf'))",
                "password => p_password",
                "new.token := encode(gen_random_bytes(16), 'hex');",
                "Password: see vault",
                "RAISE 'invalid password' USING ERRCODE = '28P01';",
                "COMMENT ON COLUMN u.password IS 'The hashed password';",
                "token_count = 5 and password_encryption = 'scram-sha-256' and secret_name = 'x'",
                "id = '123e4567-e89b-12d3-a456-426614174000'",
                "x = 'this_is_a_very_long_identifier_name_1234'",
                "FOREIGN KEY (secret_id) REFERENCES secrets(id)",
                "UNIQUE (email, token)",
                "(token = current_setting('request.token'::text, true))",
                "nextval('public.tokens_id_seq'::regclass)",
                "password = [redacted a1b2c3:0123456789abcdef]",
            })
    void whatHoldsNoSecretStaysAsItIs(String text) {
        assertThat(REDACTOR.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\\",
                "://",
                "://a:b/",
                "://a:b/ @",
                "password",
                "password=",
                "password='",
                "password=''",
                "password=$$",
                "password=$a$ ",
                "token=token=",
                "passwordtoken",
                "'token',",
                "eyJ",
                "eyJa.",
                "eyJaaaaaaaaaaaaaa.",
                "-----BEGIN ",
                "-----BEGIN -----END ",
                "crypt(",
                "crypt('",
                "sign('a'",
                "bearer ",
                "basic a1",
                "sk-aaa_",
                "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1A2B3",
                "SG.aaaaaaaaaaaaaaaaaaaaaa",
                "password text ",
                "password: a1",
                "password=a,",
                "password=a&b",
                "[redacted a1b2c3:0123456789abcdef]",
                "api_key varchar default ",
                "password='[redacted a1b2c3:0123456789abcdef]'",
                "token=p_x ",
                "' || ",
                "'token', true), '', ",
                "password = ((((",
                "secret\n\n\n\n\n",
                "_pass=",
                "set_config('a.token', "
            })
    void timeGrowsWithTheLengthAndNoFaster(String piece) {
        // a few seconds are far from the hours that anything worse than linear would take
        String endless = piece.repeat(1_000_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> REDACTOR.text(endless));
    }
}
