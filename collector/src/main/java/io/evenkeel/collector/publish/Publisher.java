package io.evenkeel.collector.publish;

import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.Unread;
import io.evenkeel.contract.wire.Topics;
import io.evenkeel.runtime.kafka.KafkaClients;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps one environment's topic in step with what is read. It takes the environment over from any other publisher when
 * it first publishes, and adds up what already stands on the topic, so that a restart publishes nothing new. For one thread.
 */
public final class Publisher implements AutoCloseable {
    private final Environment environment;
    private final Delta delta;
    private final Transactions transactions;
    private Optional<Status> status = Optional.empty();

    public Publisher(Environment environment, KafkaClients clients) {
        this.environment = environment;
        this.delta = new Delta(environment);
        String prefix = clients.settings().topicPrefix();
        this.transactions = new Transactions(
                environment,
                clients,
                new Topics(prefix).catalog(environment),
                prefix + "-collector-" + environment.name());
    }

    /**
     * Takes the environment over and learns what stands on its topic, if that has not been done yet.
     *
     * @throws FencedException if another collector has taken over since
     */
    public void open(Instant now) throws FencedException {
        if (!transactions.isOpen()) {
            Published published = transactions.open(now);
            status = Optional.of(published.newest().map(Status::of).orElseGet(Status::unknown));
        }
    }

    /**
     * What a publication came to.
     *
     * @param changes objects that changed, appeared or are gone
     * @param marked whether markers were published
     */
    public record Outcome(int changes, boolean marked) {}

    /** Publishes what changed, what is gone and the markers; without a change only if {@code due}. */
    public Outcome publish(Reading.Complete reading, boolean due, Instant now) throws FencedException {
        open(now);
        List<Change> changes = delta.between(
                transactions.published(),
                reading.objects().values(),
                // what the settings leave out goes: nobody wants its last state
                reading.unread().stream()
                        .filter(unread -> !unread.reason().byChoice())
                        .map(Unread::kind)
                        .collect(Collectors.toSet()));
        Status next = Status.of(reading);
        boolean worth = due || !changes.isEmpty() || status.stream().noneMatch(next::saysTheSameAs);
        if (worth) {
            transactions.commit(changes, slice -> next.marker(environment, transactions.number(), now, slice));
        }
        status = Optional.of(next);
        return new Outcome(changes.size(), worth);
    }

    /** Says that the environment is as it was, and how long that has been known to be true. */
    public void heartbeat(Optional<Instant> provenAt, Instant now) throws FencedException {
        open(now);
        markers(status.map(last -> provenAt.map(last::provenAt).orElse(last)), now);
    }

    /** Says that the environment cannot be read now, and why; what stands on the topic stays. */
    public void fail(Failure failure, Instant now) throws FencedException {
        open(now);
        markers(status.map(last -> last.failed(failure)), now);
    }

    private void markers(Optional<Status> next, Instant now) throws FencedException {
        Status stated = next.orElseGet(Status::unknown);
        transactions.commit(List.of(), slice -> stated.marker(environment, transactions.number(), now, slice));
        status = Optional.of(stated);
    }

    @Override
    public void close() {
        transactions.close();
    }
}
