package io.evenkeel.alerter.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.World;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.cause.Migrations;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.report.Scope;
import io.evenkeel.contract.Samples;
import io.evenkeel.runtime.http.Meters;
import io.evenkeel.runtime.lifecycle.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keeps docs/metrics.md and the program the same, both ways. */
class CatalogueTest {
    @Test
    void theDocumentedMetricsAreThoseOfTheProgram() throws IOException {
        Path file = Path.of(System.getProperty("evenkeel.root", "..")).resolve("docs/metrics.md");
        String generated = Catalogue.markdown(meters().prometheus().scrape());

        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/metrics.md is generated; it should read:%n%s", generated)
                .isEqualTo(generated);
    }

    @Test
    void everyMetricKeepsToTheConventions() {
        meters().prometheus().scrape().stream()
                .filter(metric -> !metric.getMetadata().getName().matches("(jvm|process|system)_.*"))
                .forEach(metric -> {
                    assertThat(metric.getMetadata().getHelp()).isNotBlank();
                    assertThat(metric.getMetadata().getName()).matches("(evenkeel|kafka_consumer)_[a-z_]+");
                });
    }

    private static Meters meters() {
        AuditView view = new AuditView(
                Map.of(
                        Samples.STAGING, List.of(Drifts.marker(Samples.STAGING, Samples.NOON, 9, World.KINDS)),
                        Samples.PRODUCTION, List.of(Drifts.marker(Samples.PRODUCTION, Samples.NOON, 9, World.KINDS))),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(Samples.STAGING, World.staging().subList(20, 21)),
                Map.of(),
                World.drifts(),
                List.of(),
                0,
                Migrations.NONE);
        Scope scope = new Scope(
                Set.of(Samples.STAGING, Samples.PRODUCTION), Set.of(Drifts.PRODUCTION), Duration.ofSeconds(60));
        Board board = Board.of(view, scope, Samples.NOON);
        Meters meters = new Meters();
        AlerterMetrics metrics = new AlerterMetrics(meters, () -> board, 5, Build.current(), Clock.systemUTC());
        metrics.foresee(scope.environments(), view.kinds().keySet(), List.of("pager"));
        metrics.queued("pager", 0, 0);
        metrics.backlog(() -> Duration.ZERO, Optional::empty);
        metrics.uncommitted(List.of("evenkeel.drift"), topic -> 0);
        metrics.pipeline(() -> true);
        metrics.consumer(name -> 0);
        return meters;
    }
}
