package io.evenkeel.collector.schedule;

import io.evenkeel.collector.publish.FencedException;
import io.evenkeel.collector.read.Reading;
import io.evenkeel.contract.catalog.Environment;
import io.evenkeel.contract.snapshot.Access;
import io.evenkeel.contract.snapshot.Failure;
import io.evenkeel.contract.snapshot.UnknownReason;
import io.evenkeel.contract.snapshot.Unread;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each change of an environment's state, none while it lasts. */
final class StateLog {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentCollector.class);

    private final Environment environment;
    private boolean works;
    private Optional<UnknownReason> failing = Optional.empty();
    private List<Unread> unread = List.of();
    private List<Access> access = List.of();

    StateLog(Environment environment) {
        this.environment = environment;
    }

    void works(Reading.Complete reading, int changes) {
        if (!works) {
            LOG.info(
                    "{}: reads PostgreSQL {}, {} objects in {} ms, {} of them published",
                    environment,
                    reading.server().version(),
                    reading.objects().size(),
                    reading.duration().toMillis(),
                    changes);
        } else if (changes > 0) {
            LOG.debug("{}: {} objects changed", environment, changes);
        }
        if (!reading.unread().equals(unread)) {
            reading.unread().forEach(one -> LOG.warn("{}: cannot read {}: {}", environment, one.kind(), one.detail()));
        }
        tell(reading.server().access().orElse(List.of()));
        works = true;
        failing = Optional.empty();
        unread = reading.unread();
    }

    private void tell(List<Access> now) {
        if (now.equals(access)) {
            return;
        }
        String excess =
                now.stream().filter(Access::isExcess).map(Access::phrase).collect(Collectors.joining(", "));
        if (!excess.isEmpty()) {
            LOG.warn("{}: {}: more than reading needs; make a role with deploy/sql/reader.sql", environment, excess);
        }
        if (now.contains(Access.POOLER)) {
            LOG.info("{}: read through a pooler: every setting ends with its transaction", environment);
        }
        access = now;
    }

    void failed(Failure failure) {
        if (!failing.equals(Optional.of(failure.reason()))) {
            LOG.warn("{}: {}: {}", environment, failure.reason().word(), failure.detail());
        }
        works = false;
        failing = Optional.of(failure.reason());
    }

    void fenced(FencedException taken, boolean returns) {
        if (returns) {
            LOG.warn("{}: another collector has taken it over", environment);
        } else {
            LOG.error("{}: stopped: {}", environment, taken.getMessage());
        }
        works = false;
    }
}
