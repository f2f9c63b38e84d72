package io.evenkeel.alerter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.alerter.audit.ObjectVersion;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.alerter.web.Parameters.Choice;
import io.evenkeel.contract.catalog.Attributes;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.drift.Attribution;
import io.evenkeel.contract.drift.Comparison;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What became of one object, as a page and as JSON. */
public final class HistoryRoutes {
    private static final String ENVIRONMENT = "environment";
    private static final String KEY = "key";
    private static final String DRIFT = "drift";
    private static final int REFUSED = 400;
    private static final int SHOWN = 100;

    private final Supplier<Board> board;
    private final Versions versions;
    private final Templates templates = new Templates();

    /** Knows the versions of objects, newest first, at most so many. */
    public interface Versions {
        List<ObjectVersion> of(Environment environment, ObjectKey key, int limit);
    }

    /** An object, and where it is asked for. */
    private record Asked(ObjectKey key, List<Environment> environments) {}

    /** The form of the answer for programs; the newest version first. */
    record History(int format, Environment environment, ObjectKey key, List<Version> versions) {}

    /** What it was from then on, until then, and the changes that made and ended it; what is absent is not known, or not yet there. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Version(
            Optional<Instant> from,
            Optional<Instant> to,
            Attributes attributes,
            Optional<Attribution> change,
            Optional<Attribution> end) {}

    public HistoryRoutes(Supplier<Board> board, Versions versions) {
        this.board = board;
        this.versions = versions;
    }

    /** Adds them to a server. */
    public void add(JavalinConfig config) {
        config.routes.get("/history", this::page);
        config.routes.get("/api/v1/history", this::api);
    }

    private void page(Context context) {
        try {
            Board now = board.get();
            Asked asked = asked(context, List.of(ENVIRONMENT, KEY, DRIFT), now);
            List<HistoryPage.Life> lives = asked.environments().stream()
                    .map(each -> HistoryPage.life(
                            each, asked.key(), versions.of(each, asked.key(), SHOWN + 1), SHOWN, now.at()))
                    .toList();
            templates.answer(context, "history.jte", HistoryPage.of(asked.key(), lives));
        } catch (BadParameterException refused) {
            templates.answer(context.status(REFUSED), "refusal.jte", refused.problem());
        }
    }

    private void api(Context context) {
        try {
            Asked asked = asked(context, List.of(ENVIRONMENT, KEY), board.get());
            Environment environment = asked.environments().getFirst();
            List<Version> all = versions.of(environment, asked.key(), SHOWN).stream()
                    .map(each ->
                            new Version(each.from(), each.to(), each.object().compared(), each.change(), each.end()))
                    .toList();
            json(context, new History(1, environment, asked.key(), all));
        } catch (BadParameterException refused) {
            json(context.status(REFUSED), Map.of("error", refused.problem()));
        }
    }

    private static void json(Context context, Object document) {
        context.contentType("application/json").result(Json.bytes(document));
    }

    private static Asked asked(Context context, List<String> known, Board board) throws BadParameterException {
        Parameters parameters = Parameters.of(context.queryParamMap(), known);
        Optional<String> drift = parameters.text(DRIFT);
        if (drift.isPresent()) {
            return drift(board, drift.get())
                    .orElseThrow(() -> new BadParameterException(
                            "parameter 'drift': expected a drift that is open, found one that is not any more"));
        }
        Environment environment = parameters
                .choice(
                        ENVIRONMENT,
                        board.environments().stream()
                                .map(state -> new Choice<>(state.environment().name(), state.environment()))
                                .toList())
                .orElseThrow(() -> new BadParameterException("parameter 'environment': expected a name, found none"));
        return new Asked(key(parameters.text(KEY).orElse("")), List.of(environment));
    }

    private static ObjectKey key(String json) throws BadParameterException {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), ObjectKey.class);
        } catch (MalformedRecordException malformed) {
            throw new BadParameterException(
                    "parameter 'key': expected kind and names such as [\"column\",\"public\",\"t\",\"c\"], found something else");
        }
    }

    private static Optional<Asked> drift(Board board, String id) {
        return board.reports().entrySet().stream()
                .flatMap(entry -> Stream.of(
                                entry.getValue().drift(), entry.getValue().accepted())
                        .flatMap(List::stream)
                        .filter(finding -> DriftRow.id(
                                        entry.getKey(), finding.difference().key())
                                .equals(id))
                        .map(finding ->
                                asked(entry.getKey(), finding.difference().key())))
                .findFirst();
    }

    private static Asked asked(Comparison comparison, ObjectKey key) {
        return new Asked(key, List.of(comparison.baseline(), comparison.target()));
    }
}
