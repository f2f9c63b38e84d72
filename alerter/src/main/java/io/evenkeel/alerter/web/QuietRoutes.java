package io.evenkeel.alerter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenkeel.alerter.deliver.Quiet;
import io.evenkeel.alerter.deliver.Quiets;
import io.evenkeel.alerter.report.Board;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import io.evenkeel.runtime.settings.Durations;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Windows, silences and acknowledgements over HTTP: everybody sees them, and who has the token makes and ends them. */
record QuietRoutes(Gate gate, Desk desk, Supplier<Board> board) {
    private static final String PATH = "/api/v1/quiet";
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int LONGEST_TEXT = 1000;
    private static final Set<String> KEYS =
            new TreeSet<>(Set.of("by", "type", "baseline", "target", "kind", "object", "reason", "for"));

    /**
     * One quiet time.
     *
     * @param until when it is over (UTC)
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Item(
            long id,
            String type,
            Optional<String> baseline,
            Optional<String> target,
            Optional<String> kind,
            Optional<String> object,
            String author,
            String reason,
            Instant from,
            Instant until) {
        static Item of(Quiets.Numbered numbered) {
            Quiet quiet = numbered.quiet();
            return new Item(
                    numbered.id(),
                    quiet.type().word(),
                    quiet.baseline(),
                    quiet.target(),
                    quiet.kind(),
                    quiet.object(),
                    quiet.author(),
                    quiet.reason(),
                    quiet.from(),
                    quiet.until());
        }
    }

    void add(JavalinConfig config) {
        config.routes.get(PATH, this::list);
        config.routes.post(PATH, this::begin);
        config.routes.delete(PATH + "/{number}", this::end);
    }

    private void list(Context context) {
        List<Item> items = desk.quiet().stream().map(Item::of).toList();
        context.contentType("application/json").result(Json.bytes(Map.of("format", 1, "quiet", items)));
    }

    private void begin(Context context) {
        if (!gate.allowsJson(context)) {
            return;
        }
        try {
            Quiet quiet = quiet(Json.read(context.bodyAsBytes(), Map.class));
            long id = desk.begin(quiet);
            context.status(201)
                    .contentType("application/json")
                    .result(Json.bytes(Item.of(new Quiets.Numbered(id, quiet))));
        } catch (MalformedRecordException malformed) {
            Gate.answer(
                    context, 400, "error", "expected a JSON object with some of " + KEYS + ", found something else");
        } catch (BadParameterException refused) {
            Gate.answer(context, 400, "error", refused.problem());
        } catch (IllegalArgumentException unusable) {
            Gate.answer(context, 400, "error", String.valueOf(unusable.getMessage()));
        }
    }

    private Quiet quiet(Map<?, ?> asked) throws BadParameterException {
        for (Map.Entry<?, ?> entry : asked.entrySet()) {
            if (!KEYS.contains(String.valueOf(entry.getKey()))
                    || !(entry.getValue() instanceof String text)
                    || text.length() > LONGEST_TEXT) {
                throw new BadParameterException(entry.getKey() + ": expected one of " + KEYS
                        + " with a text of at most " + LONGEST_TEXT + " characters, found something else");
            }
        }
        String by = text(asked, "by").orElse("");
        if (!Gate.isName(by)) {
            throw new BadParameterException("by: expected who decides this, in 1 to 100 characters");
        }
        String length = text(asked, "for").orElse("");
        Duration duration = Durations.parse(length)
                .filter(parsed -> parsed.isPositive() && parsed.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> new BadParameterException(
                        "for: expected a time such as 30m, 8h or 14d, at most 90d, found '" + length + "'"));
        Instant now = desk.now().truncatedTo(ChronoUnit.MILLIS);
        return new Quiet(
                type(text(asked, "type").orElse("")),
                environment(asked, "baseline"),
                environment(asked, "target"),
                text(asked, "kind"),
                text(asked, "object"),
                by,
                text(asked, "reason").orElse(""),
                now,
                now.plus(duration));
    }

    private static Optional<String> text(Map<?, ?> asked, String key) {
        return Optional.ofNullable(asked.get(key)).map(String::valueOf).filter(text -> !text.isBlank());
    }

    private static Quiet.Type type(String word) throws BadParameterException {
        for (Quiet.Type type : Quiet.Type.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new BadParameterException("type: expected one of silence, acknowledgement, window, found '" + word + "'");
    }

    private Optional<String> environment(Map<?, ?> asked, String key) throws BadParameterException {
        Optional<String> name = text(asked, key);
        List<String> known = board.get().environments().stream()
                .map(state -> state.environment().name())
                .toList();
        if (name.filter(each -> !known.contains(each)).isPresent()) {
            throw new BadParameterException(key + ": expected one of the environments in the settings ("
                    + String.join(", ", known) + "), found '" + name.get() + "'");
        }
        return name;
    }

    private void end(Context context) {
        String by = Optional.ofNullable(context.queryParam("by")).orElse("");
        if (!gate.allows(context) || !Gate.author(context, by)) {
            return;
        }
        String number = context.pathParam("number");
        if (number.matches("[0-9]{1,18}") && desk.end(by, Long.parseLong(number))) {
            Gate.answer(context, 200, "ended", number);
        } else {
            Gate.answer(context, 404, "error", "expected the number of one that holds; 'evenkeel quiet' lists them");
        }
    }
}
