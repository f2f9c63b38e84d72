package io.evenkeel.cli;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.AuditSettings;
import io.evenkeel.alerter.deliver.Quiet;
import io.evenkeel.alerter.deliver.Quiets;
import io.evenkeel.runtime.settings.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** When people do not want to be told. What they decide is written into the audit database, where the alerter sees it. */
abstract class QuietCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The settings file (YAML).")
    private Path config = Path.of("");

    @Mixin
    private Verbosity verbosity = new Verbosity();

    @Override
    public final Integer call() {
        verbosity.apply(true);
        EvenkeelSettings settings = EvenkeelSettings.read(config);
        AuditSettings audit = settings.audit()
                .orElseThrow(() -> new UsageException(config + ": audit.url: expected the audit database of the "
                        + "alerter, found none; an embedded one belongs to its process alone: run the alerter on a "
                        + "PostgreSQL of yours and name it here"));
        try (AuditDatabase database = AuditDatabase.open(audit)) {
            run(settings, database);
        }
        return ExitCode.IN_SYNC;
    }

    abstract void run(EvenkeelSettings settings, AuditDatabase database);

    /** Makes one. */
    abstract static class Begin extends QuietCommand {
        private static final Duration LONGEST = Duration.ofDays(90);
        private final Quiet.Type type;

        @Option(names = "--baseline", paramLabel = "NAME", description = "Only comparisons with this baseline.")
        private @Nullable String baseline;

        @Option(names = "--target", paramLabel = "NAME", description = "Only comparisons with this target.")
        private @Nullable String target;

        @Option(names = "--for", required = true, paramLabel = "TIME", description = "How long: 30m, 8h, 14d.")
        private String duration = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Option(
                names = "--author",
                paramLabel = "NAME",
                description = "Who decided it; without it, the name of the user who runs this.")
        private String author = String.valueOf(System.getProperty("user.name"));

        Begin(Quiet.Type type) {
            this.type = type;
        }

        Optional<String> kind() {
            return Optional.empty();
        }

        Optional<String> object() {
            return Optional.empty();
        }

        @Override
        final void run(EvenkeelSettings settings, AuditDatabase database) {
            Duration length = Durations.parse(duration)
                    .filter(parsed -> parsed.isPositive() && parsed.compareTo(LONGEST) <= 0)
                    .orElseThrow(() -> new UsageException(
                            "--for: expected a time such as 30m, 8h or 14d, at most 90d, found '" + duration + "'"));
            known(settings, "--baseline", baseline);
            known(settings, "--target", target);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Quiet quiet;
            try {
                quiet = new Quiet(
                        type,
                        Optional.ofNullable(baseline),
                        Optional.ofNullable(target),
                        kind(),
                        object(),
                        author,
                        reason,
                        now,
                        now.plus(length));
            } catch (IllegalArgumentException unusable) {
                throw new UsageException(String.valueOf(unusable.getMessage()));
            }
            long id = database.transaction(connection -> Quiets.begin(connection, quiet));
            Terminal.out().println(line(new Quiets.Numbered(id, quiet)));
        }

        private static void known(EvenkeelSettings settings, String option, @Nullable String name) {
            boolean known = name == null
                    || settings.alerter().scope().environments().stream()
                            .anyMatch(environment -> environment.name().equals(name));
            if (!known) {
                throw new UsageException(option + ": expected one of the environments in the settings ("
                        + settings.alerter().scope().environments().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                        + "), found '" + name + "'");
            }
        }
    }

    private static String line(Quiets.Numbered numbered) {
        Quiet quiet = numbered.quiet();
        String what = Stream.of(
                        quiet.target().map(name -> "target " + name),
                        quiet.baseline().map(name -> "baseline " + name),
                        quiet.kind().map(name -> "kind " + name),
                        quiet.object().map(name -> "object " + name))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return "%d  %s until %s  %s  by %s: %s"
                .formatted(
                        numbered.id(),
                        quiet.type().word(),
                        quiet.until(),
                        what.isEmpty() ? "everything" : what,
                        quiet.author(),
                        quiet.reason());
    }

    /** A deployment. */
    @Command(
            name = "window",
            description = "Opens a deploy window: nothing is told until it ends, and then what came of it.",
            mixinStandardHelpOptions = true)
    static final class Window extends Begin {
        Window() {
            super(Quiet.Type.WINDOW);
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

        OfObjects(Quiet.Type type) {
            super(type);
        }

        @Override
        Optional<String> kind() {
            return Optional.ofNullable(kind);
        }

        @Override
        Optional<String> object() {
            return Optional.ofNullable(object);
        }
    }

    /** Whatever comes. */
    @Command(
            name = "silence",
            description = "Tells nothing that opens or changes for a time; what ends is told.",
            mixinStandardHelpOptions = true)
    static final class Silence extends OfObjects {
        Silence() {
            super(Quiet.Type.SILENCE);
        }
    }

    /** What is there. */
    @Command(
            name = "ack",
            description = "Takes care of what is open now: only its end is told. What opens later is told as ever.",
            mixinStandardHelpOptions = true)
    static final class Acknowledge extends OfObjects {
        Acknowledge() {
            super(Quiet.Type.ACKNOWLEDGEMENT);
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
        void run(EvenkeelSettings settings, AuditDatabase database) {
            Long number = end;
            if (number == null) {
                database.transaction(connection -> Quiets.active(connection, Instant.now()))
                        .forEach(each -> Terminal.out().println(line(each)));
            } else if (!database.transaction(connection -> Quiets.end(connection, number, Instant.now()))) {
                throw new UsageException("--end: expected the number of one that holds, found " + number
                        + "; 'evenkeel quiet' lists them");
            }
        }
    }
}
