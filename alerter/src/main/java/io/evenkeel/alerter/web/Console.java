package io.evenkeel.alerter.web;

import io.evenkeel.alerter.report.Board;
import io.evenkeel.contract.wire.Json;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The console for people and the API for programs: two views of the same board, reading only. */
public final class Console {
    private static final int REFUSED = 400;

    private final Supplier<Board> board;
    private final boolean mayDecide;
    private final Templates templates = new Templates();

    /**
     * Serves what the board says at the moment of each request.
     *
     * @param board asked once a request, by several threads
     * @param mayDecide whether people can decide anything here
     */
    public Console(Supplier<Board> board, boolean mayDecide) {
        this.board = board;
        this.mayDecide = mayDecide;
    }

    /** Adds the page, its files and the API to a server. */
    public void routes(JavalinConfig config) {
        config.routes.get("/", this::page);
        Assets.routes(config);
        config.routes.get("/api/v1/environments", api(context -> {
            parameters(context, List.of());
            return Api.environments(board.get());
        }));
        config.routes.get("/api/v1/rules", api(context -> {
            parameters(context, List.of());
            return Api.rules(board.get());
        }));
        config.routes.get("/api/v1/drift", api(context -> {
            Board now = board.get();
            return Api.drift(now, Choices.of(now).filter(parameters(context, Filter.PARAMETERS), now));
        }));
        config.routes.get(
                "/api/v1/events", api(context -> Api.events(board.get(), parameters(context, List.of(Api.LIMIT)))));
    }

    private interface Answer {
        Object to(Context context) throws BadParameterException;
    }

    private static Handler api(Answer answer) {
        return context -> {
            try {
                json(context, answer.to(context));
            } catch (BadParameterException refused) {
                json(context.status(REFUSED), Map.of("error", refused.problem()));
            }
        };
    }

    private static void json(Context context, Object document) {
        context.contentType("application/json").result(Json.bytes(document));
    }

    private void page(Context context) {
        try {
            Board now = board.get();
            Choices choices = Choices.of(now);
            Filter filter = choices.filter(parameters(context, Filter.PARAMETERS), now);
            templates.answer(context, "page.jte", Page.of(now, choices, filter, mayDecide));
        } catch (BadParameterException refused) {
            templates.answer(context.status(REFUSED), "refusal.jte", refused.problem());
        }
    }

    private static Parameters parameters(Context context, List<String> known) throws BadParameterException {
        return Parameters.of(context.queryParamMap(), known);
    }
}
