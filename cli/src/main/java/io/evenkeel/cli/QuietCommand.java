package io.evenkeel.cli;

import io.evenkeel.alerter.report.Visible;
import io.evenkeel.contract.wire.Json;
import io.evenkeel.contract.wire.MalformedRecordException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** When people do not want to be told: asked of a running alerter. */
abstract class QuietCommand implements Callable<Integer> {
    static final String PATH = "/api/v1/quiet";

    @Mixin
    private AlerterUrl alerter = new AlerterUrl();

    @Mixin
    private WriteAccess access = new WriteAccess();

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public final Integer call() throws InterruptedException {
        verbosity.apply(true);
        run(alerter.client(), access);
        return ExitCode.IN_SYNC;
    }

    abstract void run(ApiClient api, WriteAccess who) throws InterruptedException;

    private static Map<?, ?> read(byte[] answer) {
        try {
            return Json.read(answer, Map.class);
        } catch (MalformedRecordException other) {
            throw new UnavailableException("expected the API of an alerter of this version, found another answer");
        }
    }

    private static void print(Map<?, ?> quiet) {
        StringJoiner what = new StringJoiner(", ");
        what.setEmptyValue("everything");
        for (String key : new String[] {"target", "baseline", "kind", "object"}) {
            if (quiet.containsKey(key)) {
                what.add(key + " " + text(quiet, key));
            }
        }
        Terminal.out()
                .println("%s  %s until %s  %s  by %s: %s"
                        .formatted(
                                text(quiet, "id"),
                                text(quiet, "type"),
                                text(quiet, "until"),
                                what,
                                text(quiet, "author"),
                                text(quiet, "reason")));
    }

    private static String text(Map<?, ?> quiet, String key) {
        return Visible.text(RulesCommand.text(quiet, key));
    }

    /** Makes one. */
    abstract static class Begin extends QuietCommand {
        private final String type;

        @Option(names = "--baseline", paramLabel = "NAME", description = "Only comparisons with this baseline.")
        private @Nullable String baseline;

        @Option(names = "--target", paramLabel = "NAME", description = "Only comparisons with this target.")
        private @Nullable String target;

        @Option(names = "--for", required = true, paramLabel = "TIME", description = "How long: 30m, 8h, 14d.")
        private String duration = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        Begin(String type) {
            this.type = type;
        }

        /** What else limits it. */
        void limit(Map<String, String> asked) {}

        @Override
        final void run(ApiClient api, WriteAccess who) throws InterruptedException {
            Map<String, String> asked = new LinkedHashMap<>();
            asked.put("by", who.by());
            asked.put("type", type);
            put(asked, "baseline", baseline);
            put(asked, "target", target);
            limit(asked);
            asked.put("reason", reason);
            asked.put("for", duration);
            print(read(api.change("POST", PATH, who.token(), Json.bytes(asked))));
        }
    }

    private static void put(Map<String, String> asked, String key, @Nullable String value) {
        if (value != null) {
            asked.put(key, value);
        }
    }

    /** A deployment. */
    @Command(
            name = "window",
            description = "Opens a deploy window: nothing is told until it ends, and then what came of it.",
            mixinStandardHelpOptions = true)
    static final class Window extends Begin {
        Window() {
            super("window");
        }
    }

    /** Of some objects. */
    abstract static class OfObjects extends Begin {
        @Option(names = "--kind", paramLabel = "KIND", description = "Only objects of this kind.")
        private @Nullable String kind;

        @Option(
                names = "--object",
                paramLabel = "PATTERN",
                description = "Only objects with such a name, as it is told; with * and ?.")
        private @Nullable String object;

        OfObjects(String type) {
            super(type);
        }

        @Override
        void limit(Map<String, String> asked) {
            put(asked, "kind", kind);
            put(asked, "object", object);
        }
    }

    /** Whatever comes. */
    @Command(
            name = "silence",
            description = "Tells nothing that opens or changes for a time; what ends is told.",
            mixinStandardHelpOptions = true)
    static final class Silence extends OfObjects {
        Silence() {
            super("silence");
        }
    }

    /** What is there. */
    @Command(
            name = "ack",
            description = "Takes care of what is open now: only its end is told. What opens later is told as ever.",
            mixinStandardHelpOptions = true)
    static final class Acknowledge extends OfObjects {
        Acknowledge() {
            super("acknowledgement");
        }
    }

    /** What there is. */
    @Command(
            name = "quiet",
            description = "Lists the windows, silences and acknowledgements that hold, or ends one of them.",
            mixinStandardHelpOptions = true)
    static final class Listing extends QuietCommand {
        @Option(names = "--end", paramLabel = "NUMBER", description = "End this one now.")
        private @Nullable Long end;

        @Override
        void run(ApiClient api, WriteAccess who) throws InterruptedException {
            if (end == null) {
                if (read(api.get(PATH)).get("quiet") instanceof List<?> quiet) {
                    quiet.forEach(each -> print((Map<?, ?>) each));
                }
            } else {
                String path = PATH + "/" + end + "?by=" + ApiClient.encoded(who.by());
                api.change("DELETE", path, who.token(), new byte[0]);
                Terminal.out().println(end + ": ended");
            }
        }
    }
}
