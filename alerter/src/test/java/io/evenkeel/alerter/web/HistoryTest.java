package io.evenkeel.alerter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.audit.ObjectVersion;
import io.evenkeel.alerter.notify.Told;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Attribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final Instant NOON = Samples.NOON;
    private static final String KEY = "%5B%22column%22%2C%22public%22%2C%22t%22%2C%22c%22%5D";

    private static final Optional<Attribution> NOBODY = Optional.empty();
    private static final Optional<Attribution> DROPPED = Optional.of(
            new Attribution(Samples.STAGING, NOON.minusSeconds(610), NOON.minusSeconds(600), Optional.empty()));

    static List<ObjectVersion> versions(Environment environment, ObjectKey key, int limit) {
        CatalogObject text = Samples.column("t", "<c>", "text");
        CatalogObject integer = Samples.column("t", "<c>", "integer");
        List<ObjectVersion> all = List.of(
                new ObjectVersion(
                        Optional.of(NOON.minusSeconds(60)), Optional.empty(), text, Told.COLUMN.attribution(), NOBODY),
                new ObjectVersion(
                        Optional.of(NOON.minusSeconds(300)),
                        Optional.of(NOON.minusSeconds(60)),
                        integer,
                        NOBODY,
                        NOBODY),
                new ObjectVersion(Optional.empty(), Optional.of(NOON.minusSeconds(600)), text, NOBODY, DROPPED));
        return environment.equals(Samples.STAGING) ? all.subList(0, Math.min(limit, all.size())) : List.of();
    }

    @Test
    void theDriftPageLeadsToTheHistoryOnBothSides() throws Exception {
        try (ConsoleFixture console = new ConsoleFixture(SampleBoard::rich)) {
            String drift = console.get("/?environment=production").body();
            Matcher link =
                    Pattern.compile("href=\"(/history\\?drift=d[0-9a-f]{16})\"").matcher(drift);
            assertThat(link.find()).isTrue();

            String page = console.get(link.group(1)).body();
            assertThat(page)
                    .contains("<section id=\"staging\">", "<section id=\"production\">")
                    .contains("It was not there as far back as the history goes.")
                    .contains("<del>integer</del>", "<ins>text</ins>")
                    .contains("before the history begins", "<b>now</b>")
                    .contains("in production by psql (anna) from 192.0.2.7: ALTER TABLE public.t at ")
                    .contains("in staging between 2026-11-22 11:49:50 UTC and 2026-11-22 11:50:00 UTC")
                    .contains("/history?environment=staging&amp;key=%5B%22");
            assertThat(page.indexOf("11:59:00")).isLessThan(page.indexOf("11:55:00"));
        }
    }

    @Test
    void programsGetItAsJson() throws Exception {
        try (ConsoleFixture console = new ConsoleFixture(SampleBoard::rich)) {
            assertThat(console.get("/api/v1/history?environment=staging&key=" + KEY)
                            .body())
                    .contains("\"key\":[\"column\",\"public\",\"t\",\"c\"]")
                    .contains("\"from\":\"2026-11-22T11:55:00Z\",\"to\":\"2026-11-22T11:59:00Z\"")
                    .containsPattern("\"attributes\":\\{[^}]*\"type\":\"integer\"")
                    .contains("\"change\":{\"environment\":\"production\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/history",
                "/history?drift=d0000000000000000",
                "/history?environment=nowhere&key=" + KEY,
                "/history?environment=staging&key=%7B%7D",
                "/history?environment=staging&key=%5B%22x%22%5D",
                "/api/v1/history?environment=staging",
                "/api/v1/history?drift=x"
            })
    void whatCannotBeAskedIsRefusedInOneSentence(String path) throws Exception {
        try (ConsoleFixture console = new ConsoleFixture(SampleBoard::rich)) {
            assertThat(console.get(path)).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains("parameter").doesNotContain("Exception");
            });
        }
    }
}
