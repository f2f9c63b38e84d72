package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.runtime.settings.Secret;
import io.javalin.config.JavalinConfig;
import java.util.Optional;
import java.util.function.Supplier;

/** Deciding over HTTP: rules and quiet times, by programs and on the console. */
public final class DeskRoutes {
    private final Gate gate;
    private final Desk desk;
    private final Supplier<Board> board;

    /** @param token who has it may decide; without one nobody may */
    public DeskRoutes(Optional<Secret> token, Desk desk, Supplier<Board> board) {
        this.gate = new Gate(token);
        this.desk = desk;
        this.board = board;
    }

    /** Adds the routes to a server. */
    public void add(JavalinConfig config) {
        new RuleRoutes(gate, desk).add(config);
        new QuietRoutes(gate, desk, board).add(config);
        new DecisionPages(gate, desk, board, new Templates()).add(config);
    }
}
