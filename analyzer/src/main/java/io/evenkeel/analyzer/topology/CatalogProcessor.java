package io.evenkeel.analyzer.topology;

import io.evenkeel.analyzer.diff.Tolerances;
import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.Witnessed;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.wire.CatalogRecord;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.contract.wire.RecordCodec;
import io.evenkeel.contract.wire.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the newest objects of one partition of every environment and has comparisons assessed at markers. */
final class CatalogProcessor implements Processor<byte[], byte[], byte[], Outgoing> {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogProcessor.class);

    private final Topics topics;
    private final Map<Comparison, Tolerances> comparisons;
    private final int partitions;
    private final RecordCodec codec = new RecordCodec();
    private @Nullable Task task;

    CatalogProcessor(Topics topics, Map<Comparison, Tolerances> comparisons, int partitions) {
        this.topics = topics;
        this.comparisons = comparisons;
        this.partitions = partitions;
    }

    /** What exists once Kafka Streams has assigned a partition. */
    private record Task(
            ProcessorContext<byte[], Outgoing> context,
            ObjectStore objects,
            StateStore state,
            TouchStore touches,
            Evaluation evaluation,
            Assessment assessment,
            Sensor malformed) {}

    @Override
    public void init(ProcessorContext<byte[], Outgoing> context) {
        Outlet outlet = new Outlet(context);
        ObjectStore objects = new ObjectStore(context.getStateStore(ObjectStore.NAME));
        StateStore state = new StateStore(context.getStateStore(StateStore.NAME));
        DriftStore drifts = new DriftStore(context.getStateStore(DriftStore.NAME));
        TouchStore touches = new TouchStore(context.getStateStore(StateStore.NAME));
        GapStore gaps = new GapStore(context.getStateStore(StateStore.NAME));
        Evaluation evaluation = new Evaluation(objects, drifts, state, touches, gaps, outlet);
        Sensor malformed = context.metrics()
                .addRateTotalSensor(
                        "evenkeel", context.taskId().toString(), "malformed-records", Sensor.RecordingLevel.INFO);
        Task started = new Task(
                context,
                objects,
                state,
                touches,
                evaluation,
                new Assessment(state, gaps, evaluation, outlet, partitions, comparisons),
                malformed);
        task = started;
        retireOnce(started);
    }

    private void retireOnce(Task started) {
        Cancellable[] schedule = new Cancellable[1];
        schedule[0] = started.context.schedule(Duration.ofMillis(1), PunctuationType.WALL_CLOCK_TIME, now -> {
            schedule[0].cancel();
            started.state.comparisons().stream()
                    .filter(comparison -> !comparisons.containsKey(comparison))
                    .forEach(started.evaluation::retire);
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Task running = task();
        String topic = running.context.recordMetadata().orElseThrow().topic();
        Environment environment = topics.environmentOf(topic).orElseThrow();
        try {
            switch (decode(record)) {
                case CatalogRecord.Present present ->
                    present(running, environment, present.object().root(), record);
                case CatalogRecord.Gone gone ->
                    gone(running, environment, gone.root(), record.key(), witnessed(running, record));
                case CatalogRecord.Marked marked -> marked(running, environment, marked.marker());
            }
        } catch (MalformedRecordException malformed) {
            running.malformed.record();
            distrust(running, environment, "a record on " + topic + " is malformed: " + malformed.getMessage());
        }
    }

    private CatalogRecord decode(Record<byte[], byte[]> record) throws MalformedRecordException {
        @Nullable Header root = record.headers().lastHeader(RecordCodec.ROOT_HEADER);
        return codec.decodeCatalog(
                record.key() == null ? new byte[0] : record.key(),
                Optional.ofNullable(record.value()),
                Optional.ofNullable(root).map(Header::value));
    }

    /** A hint that cannot be read is none, and puts nothing in doubt. */
    private Optional<Witnessed> witnessed(Task running, Record<byte[], byte[]> record) {
        @Nullable Header header = record.headers().lastHeader(RecordCodec.WITNESSED_HEADER);
        try {
            return header == null ? Optional.empty() : Optional.of(codec.decodeWitnessed(header.value()));
        } catch (MalformedRecordException malformed) {
            running.malformed.record();
            return Optional.empty();
        }
    }

    private void present(Task running, Environment environment, List<String> root, Record<byte[], byte[]> record) {
        Optional<byte[]> before = running.objects.get(environment, root, record.key());
        if (before.isPresent() && Arrays.equals(before.get(), record.value())) {
            return;
        }
        SliceState slice = running.state.slice(environment);
        if (before.isPresent()) {
            slice = slice.minus(ContentHash.of(record.key(), before.get()));
        }
        running.objects.put(environment, root, record.key(), record.value());
        running.state.putSlice(environment, slice.plus(ContentHash.of(record.key(), record.value())));
        touch(running, environment, root, record.key(), witnessed(running, record));
    }

    private void gone(
            Task running, Environment environment, List<String> root, byte[] key, Optional<Witnessed> witnessed) {
        Optional<byte[]> before = running.objects.get(environment, root, key);
        if (before.isPresent()) {
            SliceState slice = running.state.slice(environment);
            running.objects.remove(environment, root, key);
            running.state.putSlice(environment, slice.minus(ContentHash.of(key, before.get())));
            touch(running, environment, root, key, witnessed);
        }
    }

    /** A tombstone that was compacted away while nobody listened is made up for by the marker's list of keys. */
    private void mend(Task running, SnapshotMarker marker) {
        Environment environment = marker.environment();
        if (marker.keys().isEmpty() || running.state.slice(environment).agrees(marker.slice())) {
            return;
        }
        List<ObjectStore.Place> strays =
                running.objects.strays(environment, marker.keys().get().digests());
        if (!strays.isEmpty()) {
            LOG.info("{}: {} objects are gone whose tombstones were missed", environment, strays.size());
        }
        strays.forEach(stray -> gone(running, environment, stray.root(), stray.key(), Optional.empty()));
    }

    private void touch(
            Task running, Environment environment, List<String> root, byte[] key, Optional<Witnessed> witnessed) {
        of(environment).forEach(comparison -> running.touches.touch(comparison, root, environment, key, witnessed));
    }

    private void marked(Task running, Environment environment, SnapshotMarker marker) {
        if (!marker.environment().equals(environment)) {
            distrust(running, environment, "a marker of " + marker.environment() + " came on this topic");
            return;
        }
        Optional<SnapshotMarker> last = running.state.marker(environment);
        if (last.isPresent() && !marker.isAfter(last.get())) {
            return;
        }
        Optional<SnapshotMarker> described = marker.described(last);
        if (described.isEmpty()) {
            distrust(
                    running,
                    environment,
                    "a brief marker refers to one that did not come: it heals with the next that is not brief, at the"
                            + " latest after 'evenkeel collect --republish' for this environment");
            return;
        }
        mend(running, marker);
        SliceState before = running.state.slice(environment);
        SliceState closed =
                before.closed(marker.slice(), running.context.taskId().partition());
        logTransition(environment, before, closed);
        running.state.putSlice(environment, closed);
        running.state.putMarker(described.get().withKeys(Optional.empty()));
        running.touches.marked(marker);
        of(environment).forEach(running.assessment::assess);
    }

    private void distrust(Task running, Environment environment, String why) {
        SliceState before = running.state.slice(environment);
        SliceState distrusted = before.distrusted(why);
        logTransition(environment, before, distrusted);
        running.state.putSlice(environment, distrusted);
        if (before.trouble().isEmpty()) {
            of(environment).forEach(running.assessment::assess);
        }
    }

    /** Once per change: trouble that lasts is told by every heartbeat. */
    private static void logTransition(Environment environment, SliceState before, SliceState after) {
        if (before.trouble().isEmpty()) {
            after.trouble().ifPresent(why -> LOG.warn("{} is unknown: {}", environment, why));
        } else if (after.trouble().isEmpty()) {
            LOG.info("{} is measured again", environment);
        }
    }

    private List<Comparison> of(Environment environment) {
        return comparisons.keySet().stream()
                .filter(comparison -> comparison.baseline().equals(environment)
                        || comparison.target().equals(environment))
                .toList();
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("Kafka Streams processes records only after init");
        }
        return task;
    }
}
