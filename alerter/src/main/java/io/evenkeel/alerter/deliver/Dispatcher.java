package io.evenkeel.alerter.deliver;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.audit.Leadership;
import io.evenkeel.alerter.audit.Shared;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides what every receiver is to be told, and writes it into the outbox together with what it decided, so that a
 * crash at any moment tells nothing twice and forgets nothing. It works where the feed does: in the leading process.
 */
public final class Dispatcher implements Service {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int TOGETHER = 5000;
    /** Of tens of thousands of drifts a look at all takes a while: events are told at once, the rest within a few looks. */
    private static final int REST = 9;

    private final DeliverySettings settings;
    private final AuditDatabase database;
    private final Leadership leadership;
    private final Supplier<AuditView> view;
    private final Supplier<Judge> judge;
    private final Runnable told;
    private final Clock clock;
    private final Loop loop = new Loop("dispatcher", INTERVAL, this::step);
    private final Shared shared = new Shared();
    private Optional<Known> known = Optional.empty();
    private Instant compareAt = Instant.MIN;

    /** What the database holds, as long as nobody else writes there. */
    private record Known(long term, Book book, Flaps flaps) {}

    private record Round(Known known, boolean told, boolean more) {}

    /**
     * @param judge the rules as they are now
     * @param told called when there is something new in the outbox
     */
    public Dispatcher(
            DeliverySettings settings,
            AuditDatabase database,
            Leadership leadership,
            Supplier<AuditView> view,
            Supplier<Judge> judge,
            Runnable told,
            Clock clock) {
        this.settings = settings;
        this.database = database;
        this.leadership = leadership;
        this.view = view;
        this.judge = judge;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public void start() {
        loop.start();
    }

    /** Something happened. */
    public void wake() {
        loop.wake();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble();
    }

    @Override
    public void close() {
        loop.close();
    }

    void step() {
        OptionalLong term = leadership.term();
        boolean more = term.isPresent();
        while (more) {
            Round round = round(term.getAsLong());
            known = Optional.of(round.known());
            if (round.told()) {
                told.run();
            }
            more = round.more();
        }
    }

    private Round round(long term) {
        // older than the events that are read below: what it shows as gone, they may show as resolved
        AuditView shown = view.get();
        Instant now = clock.instant();
        Optional<Known> before = known.filter(each -> each.term() == term);
        // unless it is written, the next round starts from what the database holds
        known = Optional.empty();
        return database.transaction(connection -> {
            leadership.confirm(connection, term);
            Known loaded = before.isPresent() ? before.get() : load(connection, term, now);
            loaded.flaps().prune(now);
            List<DispatchStore.Placed> fresh = DispatchStore.fresh(connection, TOGETHER);
            boolean more = fresh.size() == TOGETHER;
            List<Quiet> quiet = Quiets.active(connection, now).stream()
                    .map(Quiets.Numbered::quiet)
                    .toList();
            Dispatch dispatch =
                    new Dispatch(new Policy(settings, judge.get(), quiet, loaded.flaps(), now), loaded.book());
            shared(fresh, shown.drifts()).forEach(dispatch::happened);
            if (!more && !now.isBefore(compareAt)) {
                long begin = System.nanoTime();
                dispatch.compare(shown.drifts(), episodes -> DispatchStore.newest(connection, episodes));
                compareAt = now.plusNanos((System.nanoTime() - begin) * REST);
            }
            DispatchStore.write(connection, dispatch.tells(), loaded.book().takeChanges(), now);
            if (!fresh.isEmpty()) {
                DispatchStore.advance(connection, fresh.getLast().position());
            }
            return new Round(loaded, !dispatch.tells().isEmpty(), more);
        });
    }

    /**
     * Events about the view's own drifts where they are the same, else about drifts that share what they have in common: the
     * view may be behind, and of tens of thousands one copy is enough.
     */
    private List<DriftEvent> shared(List<DispatchStore.Placed> fresh, List<Drift> open) {
        Set<String> told = fresh.stream().map(each -> each.event().drift().id()).collect(Collectors.toSet());
        Map<String, Drift> shown = told.isEmpty()
                ? Map.of()
                : open.stream()
                        .filter(drift -> told.contains(drift.id()))
                        .collect(Collectors.toMap(Drift::id, Function.identity(), (one, other) -> one));
        return fresh.stream()
                .map(DispatchStore.Placed::event)
                .map(event -> new DriftEvent(
                        event.id(),
                        event.type(),
                        Optional.ofNullable(shown.get(event.drift().id()))
                                .filter(event.drift()::equals)
                                .orElseGet(() -> shared.of(event.drift())),
                        event.time()))
                .toList();
    }

    private Known load(Connection connection, long term, Instant now) throws SQLException {
        Timing timing = settings.timing();
        Flaps flaps = new Flaps(timing.flaps(), timing.flapsWithin());
        for (DriftEvent event : DispatchStore.openings(connection, now.minus(timing.flapsWithin()))) {
            flaps.opened(event.drift(), event.time(), now);
        }
        return new Known(term, DispatchStore.book(connection), flaps);
    }
}
