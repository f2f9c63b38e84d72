package io.evenkeel.alerter.rule;

import static io.evenkeel.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.catalog.Value;
import io.evenkeel.contract.drift.AttributeDifference;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Difference;
import io.evenkeel.contract.drift.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules make of drifts; production is held against staging, and it is noon of 2026-11-22. */
class RulesTest {
    private static final AttributeDifference COMMENT = Drifts.texts("comment", "old", "new");
    private static final AttributeDifference TYPE = Drifts.texts("type", "integer", "bigint");
    private static final ObjectKind COLUMN = new ObjectKind("column");
    private static final Map<ObjectKind, KindDescriptor> KINDS = Map.of(
            COLUMN,
            new KindDescriptor(
                    COLUMN,
                    "",
                    "structure",
                    Severity.WARNING,
                    new TreeMap<>(Map.of("comment", Severity.INFO)),
                    1,
                    Set.of(),
                    new TreeMap<>()));
    private static final Drift MISSING =
            Drifts.drift(Severity.CRITICAL, Change.MISSING, "table", "public", "tmp_orders");
    private static final Drift DIFFERENT = Drifts.drift(
            Severity.WARNING,
            Change.DIFFERENT,
            List.of(COMMENT, TYPE),
            new TreeMap<>(),
            "column",
            "public",
            "orders",
            "id");

    private static Ruling ruling(String yaml, Drift drift) {
        return Rules.of(RuleReader.read(Origin.FILE, "rules.yaml", yaml))
                .judge(KINDS)
                .ruling(drift, NOON);
    }

    private static String one(String match, String decision) {
        return "rules: [{name: one, match: {" + match + "}, " + decision + "}]";
    }

    private static Drift in(String... parent) {
        Difference grant = new Difference(
                ObjectKey.of(List.of("grant", "column", "public", "orders", "id", "app", "select")),
                Optional.of(ObjectKey.of(List.of(parent))),
                Change.MISSING,
                List.of(),
                new TreeMap<>());
        return new Drift(
                "grant",
                Drifts.PRODUCTION,
                grant,
                "security",
                1,
                Severity.WARNING,
                "",
                MISSING.baseline(),
                MISSING.target(),
                NOON,
                NOON,
                Optional.empty());
    }

    @Test
    void withoutARuleTheNatureDecides() {
        assertThat(Rules.BUILT_IN.judge(KINDS).judge(MISSING, NOON)).isEqualTo(Judgement.byNature(MISSING));
        assertThat(Rules.BUILT_IN.judge(KINDS).judge(DIFFERENT, NOON)).isEqualTo(Judgement.byNature(DIFFERENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: public.tmp_*                     | true
            name: public.*                         | true
            name: '**'                             | true
            name: 'public.tmp_order?'              | true
            name: '*'                              | false
            name: public.tmp                       | false
            name: '*.*.*'                          | false
            name: '"public"."tmp_orders"'          | true
            name: '"public.tmp_orders"'            | false
            name: public."tmp_*"                   | false
            name-regex: 'public[.]tmp_(orders)+'   | true
            name-regex: tmp                        | false
            kind: table                            | true
            kind: [view, 't*']                     | true
            kind: column                           | false
            kind: table, name: public.orders       | false
            baseline: staging, target: prod*       | true
            baseline: production                   | false
            target: staging                        | false
            category: structure                    | true
            change: missing                        | true
            change: [unexpected, different]        | false
            severity: critical                     | true
            severity: info                         | false
            attribute: type                        | false
            having: {owner: x}                     | false
            """)
    void matchesByEveryConditionTogether(String match, boolean holds) {
        assertThat(ruling(one(match, "ignore: true"), MISSING).judgement().disposition())
                .isEqualTo(holds ? Disposition.IGNORED : Disposition.OPEN);
    }

    @Test
    void theFirstAnswerToEachQuestionHolds() {
        Judgement judged = ruling("""
                rules:
                  - {name: milder, match: {kind: table}, severity: info}
                  - {name: worse, match: {kind: table}, severity: critical, hold: {until: 2026-12-01}}
                  - {name: gone, match: {kind: table}, ignore: true}
                """, MISSING).judgement();
        assertThat(judged.severity()).isEqualTo(Severity.INFO);
        assertThat(judged.disposition()).isEqualTo(Disposition.HELD);
        assertThat(judged.rule()).contains("worse");
        assertThat(judged.until()).contains(Instant.parse("2026-12-02T00:00:00Z"));
    }

    @Test
    void anAcceptanceEndsWithItsLastDayAndTheDriftIsBack() {
        Judge judge = Rules.of(RuleReader.read(
                        Origin.FILE,
                        "rules.yaml",
                        one("kind: table", "accept: {until: 2026-11-22, owner: jane, reason: hotfix}")))
                .judge(KINDS);
        Ruling accepted = judge.ruling(MISSING, NOON);
        assertThat(accepted.judgement().disposition()).isEqualTo(Disposition.ACCEPTED);
        assertThat(accepted.acceptance().map(Acceptance::owner)).contains("jane");
        assertThat(judge.judge(MISSING, NOON.plus(Duration.ofHours(12)))).isEqualTo(Judgement.byNature(MISSING));
    }

    @Test
    void anIgnoredAttributeLeavesTheOthers() {
        Ruling some = ruling(one("attribute: comment", "ignore: true"), DIFFERENT);
        assertThat(some.judgement().disposition()).isEqualTo(Disposition.OPEN);
        assertThat(some.visible().attributes()).containsExactly(TYPE);
        assertThat(some.hidden()).containsExactly(COMMENT);
        Ruling other = ruling(one("attribute: type", "ignore: true"), DIFFERENT);
        assertThat(other.judgement().severity()).isEqualTo(Severity.INFO);
        Ruling all = ruling(one("attribute: [type, comment]", "ignore: true"), DIFFERENT);
        assertThat(all.judgement().disposition()).isEqualTo(Disposition.IGNORED);
        assertThat(all.visible()).isEqualTo(DIFFERENT.difference());
    }

    @Test
    void anAttributeThatNobodyAcceptedKeepsTheDriftOpen() {
        String accept = "accept: {until: 2027-01-01, owner: jane, reason: later}";
        assertThat(ruling(one("attribute: comment", accept), DIFFERENT)
                        .judgement()
                        .disposition())
                .isEqualTo(Disposition.OPEN);
        assertThat(ruling(one("kind: column", accept), DIFFERENT).judgement().disposition())
                .isEqualTo(Disposition.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attribute: type, from: integer, to: bigint | CRITICAL
            attribute: type, from: int*                | CRITICAL
            to: bigint                                 | CRITICAL
            attribute: type, to: integer               | WARNING
            attribute: comment, from: integer          | WARNING
            """)
    void directionAndValueCanDecide(String match, Severity severity) {
        assertThat(ruling(one(match, "severity: critical"), DIFFERENT)
                        .judgement()
                        .severity())
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: column, name: public.orders.id         | true
            name: public.orders                          | true
            name: public.*                               | true
            kind: table, name: public.orders             | false
            name: public                                 | false
            name: public.orders.id, change: missing      | false
            target: staging, name: public.orders         | false
            """)
    void anIgnoredObjectTakesWhatLiesInItAlong(String match, boolean ignored) {
        assertThat(ruling(one(match, "ignore: true"), in("column", "public", "orders", "id"))
                        .judgement()
                        .disposition())
                .isEqualTo(ignored ? Disposition.IGNORED : Disposition.OPEN);
    }

    @Test
    void anAcceptanceOfAShapeEndsWhenTheDriftTakesAnother() {
        String accept = one(
                "kind: column, shape: " + Shape.of(DIFFERENT.difference()),
                "accept: {until: 2027-01-01, owner: jane, reason: later}");
        assertThat(ruling(accept, DIFFERENT).judgement().disposition()).isEqualTo(Disposition.ACCEPTED);
        Drift worse = Drifts.drift(
                Severity.WARNING,
                Change.DIFFERENT,
                List.of(COMMENT, Drifts.texts("type", "integer", "text")),
                new TreeMap<>(),
                "column",
                "public",
                "orders",
                "id");
        assertThat(ruling(accept, worse).judgement().disposition()).isEqualTo(Disposition.OPEN);
    }

    @Test
    void aShapeDoesNotDependOnTheKeyUnderWhichSecretsAreHidden() {
        assertThat(Shape.of(secret("[redacted a1b2c3:0123456789abcdef]")))
                .isEqualTo(Shape.of(secret("[redacted ffffff:fedcba9876543210]")))
                .isNotEqualTo(Shape.of(secret("nothing")));
    }

    private static Difference secret(String text) {
        return Drifts.drift(
                        Severity.INFO,
                        Change.DIFFERENT,
                        List.of(new AttributeDifference("body", Value.NULL, new Value.Text(text))),
                        new TreeMap<>(),
                        "function",
                        "f")
                .difference();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public,app,execute           | unexpected | INFO
            anon,select                  | unexpected | CRITICAL
            public,select                | missing    | INFO
            app,select                   | unexpected | INFO
            public,execute (revoked)     | missing    | CRITICAL
            public,execute (revoked)     | unexpected | WARNING
            """)
    void aGrantToEverybodyIsWorse(String grantee, String change, Severity expected) {
        String[] key = ("grant,table,public,orders," + grantee).split(",");
        Drift grant = Drifts.drift(Severity.INFO, Change.of(change), key);
        assertThat(Rules.BUILT_IN.judge(KINDS).judge(grant, NOON).severity()).isEqualTo(expected);
    }

    @Test
    void theGlobOfANameMatchesThatNameOnly() {
        List<String> hostile = List.of("a.b", "we*ird", "say \"hi\"", "");
        assertThat(NamePattern.glob(NamePattern.exactly(hostile))).hasValueSatisfying(pattern -> {
            assertThat(pattern.matches(hostile)).isTrue();
            assertThat(pattern.matches(List.of("a.b", "weird", "say \"hi\"", "")))
                    .isFalse();
            assertThat(pattern.matches(List.of("a", "b", "we*ird", "say \"hi\"", "")))
                    .isFalse();
        });
    }
}
