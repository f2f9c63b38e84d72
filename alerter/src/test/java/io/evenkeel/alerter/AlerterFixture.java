package io.evenkeel.alerter;

import static org.awaitility.Awaitility.await;

import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.CatalogObject;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.drift.ComparisonState;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.wire.WireRecord;
import io.evenkeel.runtime.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A running alerter on topics and a database of its own; the test plays collector and analyzer. */
public final class AlerterFixture implements AutoCloseable {
    private static final String SETTINGS = """
            environments:
              staging: {}
              production: {}
            comparisons:
              - baseline: staging
                target: production
            alerter:
              listen: 127.0.0.1:0
              console-url: https://evenkeel.example
            """;

    public final TopicFixture topics = new TopicFixture(Set.of(Samples.STAGING, Samples.PRODUCTION));
    public final AuditFixture audit = new AuditFixture();
    private final String receivers;
    private final HttpClient client = HttpClient.newHttpClient();
    private AlerterService service;

    public AlerterFixture(String receivers) {
        this.receivers = receivers;
        this.service = started();
    }

    private AlerterService started() {
        AlerterSettings settings = AlerterSettings.from(SettingsFile.parse("test", SETTINGS + receivers, Map.of()));
        AlerterService made = new AlerterService(settings, topics.clients(), audit.settings(), Clock.systemUTC());
        made.start();
        return made;
    }

    public AlerterService service() {
        return service;
    }

    /** Another alerter on the same topics and database; the caller closes it. */
    public AlerterService another() {
        return started();
    }

    public void restart() {
        service.close();
        service = started();
    }

    /** A whole reading of an environment, marked as of now. */
    public void snapshot(Environment environment, List<CatalogObject> objects, KindDescriptor... kinds) {
        snapshot(environment, Instant.now(), objects, kinds);
    }

    /** A whole reading of an environment, marked as of that time. */
    public void snapshot(Environment environment, Instant at, List<CatalogObject> objects, KindDescriptor... kinds) {
        List<WireRecord> records = new ArrayList<>();
        objects.forEach(object -> records.add(topics.codec.encode(environment, object)));
        records.add(topics.codec.encode(Drifts.marker(environment, at, objects.size(), kinds)));
        topics.send(topics.topics().catalog(environment), records.toArray(WireRecord[]::new));
    }

    /** An evaluation that finds these drifts open. */
    public void evaluated(List<Drift> drifts, Unknown... unknown) {
        List<WireRecord> records = new ArrayList<>();
        drifts.forEach(drift -> records.add(topics.codec.encode(drift)));
        ComparisonState state = Drifts.state(Instant.now(), drifts.size(), unknown);
        records.add(topics.codec.encode(state));
        topics.send(topics.topics().drift(), records.toArray(WireRecord[]::new));
    }

    public void happened(DriftEvent... events) {
        List<WireRecord> records = new ArrayList<>();
        for (DriftEvent event : events) {
            records.add(topics.codec.encode(event));
        }
        topics.send(topics.topics().events(), records.toArray(WireRecord[]::new));
    }

    /** Waits until the drifts are on the board. */
    public void showing(int drifts) {
        await().until(() -> {
            var report = service.report(Drifts.PRODUCTION);
            return report.drift().size() == drifts && report.measured();
        });
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        service.close();
        client.close();
        audit.close();
        topics.close();
    }
}
