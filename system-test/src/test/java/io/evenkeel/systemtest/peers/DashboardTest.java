package io.evenkeel.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.evenkeel.systemtest.peers.Dashboard.Panel;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the dashboards. No Grafana draws them here: {@link LivePeersTest} runs their queries. */
@Tag("peers")
class DashboardTest {
    private static final int COLUMNS = 24;

    static Stream<Dashboard> dashboards() throws IOException {
        List<Dashboard> dashboards = Dashboard.all();
        assertThat(dashboards).isNotEmpty();
        return dashboards.stream();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void grafanaTenAndLaterReadIt(Dashboard dashboard) {
        assertThat(dashboard.json().path("schemaVersion").asInt()).isBetween(39, 42);
        assertThat(dashboard.json().path("uid").asText())
                .isEqualTo(dashboard.file().replace(".json", ""));
        assertThat(dashboard.json().path("title").asText()).isNotBlank();
        assertThat(dashboard.json().path("id").isNull())
                .as("id belongs to one Grafana")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelHasItsOwnIdAndPlace(Dashboard dashboard) {
        List<Panel> panels = dashboard.panels();

        assertThat(panels).extracting(panel -> panel.json().path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels).allSatisfy(panel -> {
            JsonNode place = panel.json().path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isBetween(1, COLUMNS);
            assertThat(panels.stream().filter(panel::overlaps))
                    .as("panels at the place of " + panel.title())
                    .containsExactly(panel);
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelSaysWhatItShowsAndInWhichUnit(Dashboard dashboard) {
        assertThat(dashboard.panels()).filteredOn(panel -> !panel.isRow()).allSatisfy(panel -> {
            JsonNode json = panel.json();
            assertThat(panel.title()).isNotBlank();
            assertThat(json.path("description").asText()).as(panel.title()).isNotBlank();
            assertThat(json.path("fieldConfig").path("defaults").path("unit").asText())
                    .as(panel.title())
                    .isNotBlank();
            assertThat(panel.queries()).as(panel.title()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyQueryGoesToTheChosenDataSourceAndHoldsNoJob(Dashboard dashboard) {
        assertThat(dashboard.json().findValues("datasource"))
                .extracting(source -> source.path("uid").asText())
                .containsOnly("${datasource}", "-- Grafana --");
        assertThat(dashboard.panels())
                .flatExtracting(Panel::queries)
                .allSatisfy(query -> assertThat(query).doesNotContain("$").doesNotContain("job="));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyVariableInUseIsDefined(Dashboard dashboard) {
        List<String> names = StreamSupport.stream(
                        dashboard.json().path("templating").path("list").spliterator(), false)
                .map(variable -> variable.path("name").asText())
                .toList();

        assertThat(names).contains("datasource", "baseline", "environment", "console");
        assertThat(dashboard.json().path("links"))
                .anySatisfy(link -> assertThat(link.path("url").asText()).isEqualTo("${console}"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyMetricIsInTheCatalogue(Dashboard dashboard) throws IOException {
        assertThat(Repository.catalogue())
                .containsAll(Repository.metrics(dashboard.json().toString()));
    }

    /** Volumes are rows and bytes, which share no axis; the console shows them. */
    @Test
    void everyMetricIsShown() throws IOException {
        Set<String> hidden = Repository.catalogue();
        for (Dashboard dashboard : Dashboard.all()) {
            hidden.removeAll(Repository.metrics(dashboard.json().toString()));
        }

        assertThat(hidden).containsExactly("evenkeel_snapshot_volume");
    }
}
