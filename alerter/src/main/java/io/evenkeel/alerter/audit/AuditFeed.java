package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Carries every record of our topics into the audit database, exactly once: the offsets are stored with the rows, and
 * reading goes on from them after a restart or a failure. Of several alerters on one database, one does it.
 */
public final class AuditFeed implements Service {
    private static final Duration STAND_BY = Duration.ofSeconds(1);
    /** While there are more objects to read, at most a tenth of the time goes into showing what was stored. */
    private static final int REST = 9;

    private static final String PROGRESS = "select coalesce(sum(next_offset), 0) from consumer_offset";

    private final Supplier<TopicReader> readers;
    private final AuditDatabase database;
    private final Leadership leadership;
    private final BatchWriter writer;
    private final AuditTrail trail;
    private final java.util.function.Consumer<Applied> listener;
    private final Loop loop = new Loop("audit feed", STAND_BY, this::step);

    private volatile Optional<TopicReader> reader = Optional.empty();
    private Optional<Applied> unseen = Optional.empty();
    private OptionalLong term = OptionalLong.empty();
    private long restsUntil = System.nanoTime();
    private long shown = -1;

    /**
     * @param consumers makes a consumer that reads committed records and starts at the earliest
     * @param listener told what was stored, of one batch or several, when the trail's view shows it
     */
    public AuditFeed(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Topics topics,
            Collection<Environment> environments,
            AuditDatabase database,
            Leadership leadership,
            AuditTrail trail,
            java.util.function.Consumer<Applied> listener,
            Clock clock) {
        Positions positions = new Positions(database);
        this.readers = () -> new TopicReader(consumers.get(), topics, environments, positions, clock);
        this.database = database;
        this.leadership = leadership;
        this.writer = new BatchWriter(database, leadership, clock);
        this.trail = trail;
        this.listener = listener;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble()
                .or(() -> reader.map(TopicReader::missing)
                        .filter(missing -> !missing.isEmpty())
                        .map(missing -> "waiting for the topics " + String.join(", ", missing)));
    }

    /** One who leads goes on at once; any other looks again after a while. */
    private void step() throws InterruptedException {
        OptionalLong leading = leadership.term();
        if (!leading.equals(term)) {
            stop();
            show();
            term = leading;
        }
        if (leading.isPresent()) {
            feed(leading.getAsLong());
            loop.wake();
        } else {
            standBy();
        }
    }

    /** Shows what the leader stores. */
    private void standBy() {
        long stored = stored();
        if (stored != shown) {
            trail.load();
            shown = stored;
        }
    }

    private long stored() {
        return database.transaction(connection -> Rows.query(connection, PROGRESS, none -> {}, row -> row.getLong(1))
                .getFirst());
    }

    private void feed(long leading) throws InterruptedException {
        TopicReader open = reader.orElseGet(this::open);
        try {
            TopicReader.Batch batch = open.next();
            if (!batch.records().isEmpty()) {
                unseen = Optional.of(unseen.orElse(Applied.NOTHING).plus(writer.write(batch.records(), leading)));
            }
            // the dispatcher shares with the view what it keeps of drifts: the view comes first
            boolean drifted = unseen.filter(Applied::holdsDrift).isPresent();
            if (batch.last() || drifted || System.nanoTime() - restsUntil >= 0) {
                show();
            }
        } catch (RuntimeException failed) {
            // what was read may not be stored: the next round starts again at the stored offsets
            stop();
            throw failed;
        }
    }

    private void show() {
        long begin = System.nanoTime();
        unseen.ifPresent(applied -> {
            trail.refresh(applied.objects() > 0 || !applied.markers().isEmpty(), applied.drifts());
            listener.accept(applied);
        });
        unseen = Optional.empty();
        long end = System.nanoTime();
        restsUntil = end + (end - begin) * REST;
    }

    /** What the consumer measures by that name, of all topics together; 0: nothing, or nothing yet. */
    public double measured(String name) {
        return reader.map(open -> open.measured(name)).orElse(0.0);
    }

    private TopicReader open() {
        // what another alerter may have stored meanwhile
        trail.load();
        TopicReader opened = readers.get();
        reader = Optional.of(opened);
        return opened;
    }

    private void stop() {
        Optional<TopicReader> open = reader;
        reader = Optional.empty();
        open.ifPresent(TopicReader::close);
    }

    @Override
    public void close() {
        loop.close();
        stop();
    }
}
