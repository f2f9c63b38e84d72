package io.evenkeel.alerter;

import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The board for those who look at it all the time, such as Prometheus. A small one is made each time; where many drifts
 * are open, it is made in the background, and whoever looks sees how things stood a moment ago.
 */
final class Boards implements Service {
    private static final int MANY = 2000;
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    /** While many drifts come, no more than a tenth of the time goes into boards. */
    private static final int REST = 9;
    /** A view that does not move grows stale. */
    private static final Duration OLDEST = Duration.ofSeconds(10);

    private final Supplier<AuditView> view;
    private final BiFunction<AuditView, Instant, Board> maker;
    private final Clock clock;
    private final Loop loop = new Loop("board", INTERVAL, this::step);
    private Instant nextAt = Instant.MIN;
    private volatile Consumer<Board> listener = board -> {};
    private volatile Optional<Board> last = Optional.empty();

    Boards(Supplier<AuditView> view, BiFunction<AuditView, Instant, Board> maker, Clock clock) {
        this.view = view;
        this.maker = maker;
        this.clock = clock;
    }

    /** Has that called with each large board, before anybody sees it. */
    void onLarge(Consumer<Board> next) {
        listener = next;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public Optional<String> trouble() {
        return loop.trouble();
    }

    private void step() {
        AuditView now = view.get();
        Instant at = clock.instant();
        boolean stale = last.filter(board -> board.view().equals(now)
                        // a clock that was set back makes it neither young nor old
                        && Duration.between(board.at(), at).abs().compareTo(OLDEST) < 0)
                .isEmpty();
        if (isLarge(now) && stale && !at.isBefore(nextAt)) {
            long begin = System.nanoTime();
            Board made = maker.apply(now, at);
            listener.accept(made);
            last = Optional.of(made);
            nextAt = at.plusNanos((System.nanoTime() - begin) * REST);
        }
        if (!isLarge(now)) {
            last = Optional.empty();
        }
    }

    private static boolean isLarge(AuditView view) {
        return view.drifts().size() > MANY;
    }

    /** How everything stands, or stood a moment ago. */
    Board board() {
        AuditView now = view.get();
        return last.filter(board -> isLarge(now)).orElseGet(() -> maker.apply(now, clock.instant()));
    }

    @Override
    public void close() {
        loop.close();
    }
}
