package io.evenkeel.collector.publish;

import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.KindDescriptor;
import io.evenkeel.contract.snapshot.CollectorRequest;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.ServerChange;
import io.evenkeel.contract.snapshot.ServerIdentity;
import io.evenkeel.contract.snapshot.SnapshotMarker;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one environment's topic in step with what is read. It takes the environment over from any other publisher when
 * it first publishes, and adds up what already stands on the topic, so that a restart publishes nothing new. For one thread.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Failure LOST = new Failure(
            UnknownReason.UNVERIFIED,
            "the topic does not hold what its markers tell of: it was deleted and made anew, or lost records; it heals with"
                    + " the next reading, which is published as a whole");
    private static final Duration WHOLE_EVERY = Duration.ofMinutes(15);

    /** The newest marker that was not brief. */
    private record Whole(List<KindDescriptor> kinds, long sequence, Instant at) {
        boolean stillHolds(Status stated, Instant now) {
            // a clock that was set back far makes it old, too
            return Duration.between(at, now).abs().compareTo(WHOLE_EVERY) < 0 && kinds.equals(stated.kinds());
        }
    }

    /** The first publication of a very large catalog takes its time; brokers allow 15 minutes unless told otherwise. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Environment environment;
    private final Delta delta;
    private final Transactions transactions;
    private final OtherServer otherServer;
    private volatile Optional<CollectorRequest.Action> asked = Optional.empty();
    private Optional<Status> status = Optional.empty();
    private Optional<Whole> whole = Optional.empty();
    private boolean holds;

    public Publisher(Environment environment, KafkaClients clients, OtherServer otherServer) {
        this.environment = environment;
        this.otherServer = otherServer;
        this.delta = new Delta();
        String prefix = clients.settings().topicPrefix();
        this.transactions = new Transactions(
                environment,
                clients,
                new Topics(prefix).catalog(environment),
                prefix + "-collector-" + environment.name(),
                LONGEST);
    }

    /** Has the next publication do this. For any thread. */
    public void ask(CollectorRequest.Action action) {
        asked = Optional.of(action);
    }

    public boolean isOpen() {
        return transactions.isOpen();
    }

    /**
     * Takes the environment over and learns what stands on its topic, if that has not been done yet.
     *
     * @throws FencedException if another collector has taken over since
     */
    public void open(Instant now) throws FencedException {
        if (!transactions.isOpen()) {
            Published published = transactions.open(now);
            delta.published(Map.of());
            status = Optional.of(published.newest().map(Status::of).orElseGet(Status::unknown));
            whole = Optional.empty();
            holds = published.addsUp();
            if (!holds && !published.isEmpty()) {
                status = status.map(last -> last.failed(LOST));
            }
        }
    }

    /**
     * What a publication came to.
     *
     * @param changes objects that changed, appeared or are gone
     * @param marked whether markers were published
     */
    public record Outcome(int changes, boolean marked) {}

    /** Why nothing may be published of what this server holds; empty: it is the one that it should be. */
    public Optional<Failure> stranger(ServerIdentity server, Instant now) throws FencedException {
        open(now);
        boolean accepted =
                otherServer == OtherServer.ACCEPT || asked.equals(Optional.of(CollectorRequest.Action.ACCEPT_SERVER));
        return succession(server, now) instanceof Succession.Other other && !accepted
                ? Optional.of(new Failure(
                        UnknownReason.WRONG_DATABASE,
                        other.detail() + ". Nothing is compared until it is the former one again, or is accepted with"
                                + " 'evenkeel collect --accept-server " + environment + "'"))
                : Optional.empty();
    }

    /** Publishes what changed, what is gone and the markers; without a change only if {@code due}. */
    public Outcome publish(Reading.Complete reading, boolean due, Instant now) throws FencedException {
        open(now);
        Optional<CollectorRequest.Action> request = asked;
        List<Change> changes = delta.between(
                transactions.published(),
                reading.objects(),
                // what the settings leave out goes: nobody wants its last state
                reading.unread().stream()
                        .filter(unread -> !unread.reason().byChoice())
                        .toList(),
                Deeds.of(reading.deeds(), status.flatMap(Status::readAt)),
                request.isPresent());
        Status next = Status.of(reading, changeTo(reading.server(), now));
        boolean worth = due
                || request.isPresent()
                || !changes.isEmpty()
                || status.stream().noneMatch(next::saysTheSameAs);
        if (worth) {
            commit(changes, next, now, request.isPresent());
        }
        if (asked.equals(request)) {
            asked = Optional.empty();
        }
        delta.published(reading.objects());
        holds = true;
        status = Optional.of(next);
        return new Outcome(changes.size(), worth);
    }

    private Succession succession(ServerIdentity server, Instant now) {
        return status.flatMap(Status::server)
                .map(before -> Succession.of(before, server, now))
                .orElseGet(Succession.Same::new);
    }

    private Optional<ServerChange> changeTo(ServerIdentity server, Instant now) {
        return switch (succession(server, now)) {
            case Succession.Same same -> status.flatMap(Status::serverChange);
            case Succession.Changed changed -> Optional.of(told(changed.change()));
            case Succession.Other other ->
                Optional.of(told(new ServerChange(now, ServerChange.What.REPLACED, "accepted: " + other.detail())));
        };
    }

    private ServerChange told(ServerChange change) {
        LOG.warn("{}: {}: {}", environment, change.what().word(), change.detail());
        return change;
    }

    /** Says that the environment is as it was, and how long that has been known to be true. */
    public void heartbeat(Optional<Instant> provenAt, Instant now) throws FencedException {
        open(now);
        // of what is not on the topic nothing is proven
        markers(
                status.map(
                        last -> provenAt.filter(at -> holds).map(last::provenAt).orElse(last)),
                now);
    }

    /** Says that the environment cannot be read now, and why; what stands on the topic stays. */
    public void fail(Failure failure, Instant now) throws FencedException {
        open(now);
        markers(status.map(last -> last.failed(failure)), now);
    }

    private void markers(Optional<Status> next, Instant now) throws FencedException {
        Status stated = next.orElseGet(Status::unknown);
        commit(List.of(), stated, now, false);
        status = Optional.of(stated);
    }

    private void commit(List<Change> changes, Status stated, Instant now, boolean anew) throws FencedException {
        Optional<Whole> held = whole.filter(last -> !anew && last.stillHolds(stated, now));
        transactions.commit(changes, slice -> {
            SnapshotMarker marker = stated.marker(environment, transactions.number(), now, slice);
            return held.map(last -> marker.brief(last.sequence()))
                    .orElseGet(() -> marker.withKeys(transactions.published().keys(slice.partition())));
        });
        if (held.isEmpty()) {
            whole = Optional.of(new Whole(stated.kinds(), transactions.number().sequence(), now));
        }
    }

    @Override
    public void close() {
        transactions.close();
    }
}
