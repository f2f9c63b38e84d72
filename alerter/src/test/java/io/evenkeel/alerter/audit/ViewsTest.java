package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What dashboards read, under the role that deploy/sql/audit-reader.sql makes. */
class ViewsTest {
    @Test
    void theReaderSeesTheViewsAndNoTable() throws IOException {
        Path root = Path.of(System.getProperty("evenkeel.root", ".."));
        try (AuditFixture fixture = new AuditFixture();
                AuditDatabase database = AuditDatabase.open(fixture.settings())) {
            Store writer = new Store(database, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
            new PastWorld(Samples.PRODUCTION, 1).live(20).batches().forEach(writer::write);
            writer.write(List.of(new Incoming(
                    "x.events",
                    0,
                    0,
                    new Content.OfEvent(Drifts.opened(
                            Drifts.drift(Severity.CRITICAL, Change.MISSING, "column", "public", "t", "c"))))));
            String role = Files.readString(root.resolve("deploy/sql/audit-reader.sql"));
            fixture.execute(role, role);

            String as = "set role evenkeel_audit_reader; set search_path = evenkeel";
            assertThat(fixture.rows(as, "select object, severity from evenkeel_events"))
                    .containsExactly("public.t.c critical");
            assertThat(fixture.rows(as, "select environment from evenkeel_environments"))
                    .containsExactly("production");
            assertThat(fixture.rows(as, "select distinct complete from evenkeel_snapshots"))
                    .containsExactly("t");
            assertThat(fixture.rows(as, "select 1 from evenkeel_object_versions where valid_to is not null"))
                    .isNotEmpty();
            assertThat(fixture.rows(
                            as,
                            "select object from evenkeel_open_drift union all "
                                    + "select receiver from evenkeel_deliveries"))
                    .isEmpty();
            for (String table : List.of("event", "catalog_object", "chain_link", "delivery")) {
                assertThatThrownBy(() -> fixture.rows(as, "select 1 from " + table))
                        .hasMessageContaining("permission denied");
            }
            fixture.execute("drop owned by evenkeel_audit_reader");
        }
    }
}
