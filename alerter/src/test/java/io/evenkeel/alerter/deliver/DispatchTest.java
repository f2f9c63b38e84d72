package io.evenkeel.alerter.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.Drifts;
import io.evenkeel.alerter.notify.Outcome;
import io.evenkeel.alerter.rule.Acceptance;
import io.evenkeel.alerter.rule.Disposition;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.alerter.rule.Judgement;
import io.evenkeel.alerter.rule.Ruling;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Everything that decides whether somebody is told, on a clock that the test moves. */
class DispatchTest {
    private static final Drift POLICY = Drifts.drift(Severity.CRITICAL, Change.MISSING, "policy", "public", "t", "p");
    private static final Drift COLUMN = Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c");

    private final Book book = new Book();
    private final Map<String, Drift> open = new HashMap<>();
    private final Map<String, DriftEvent> newest = new HashMap<>();
    private final List<Quiet> quiet = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private List<Route> routes = List.of();
    private Timing timing = Timing.DEFAULT;
    private Flaps flaps = new Flaps(4, Duration.ofMinutes(10));
    private Judge judge = Judge.BY_NATURE;
    private Instant now = Samples.NOON;
    private int events;

    private static Receiver receiver(String name, Severity atLeast) {
        return new Receiver(name, atLeast, context -> message -> new Outcome.Delivered());
    }

    /** What is told in a round in which these happen: receiver, step, object and what is said about it. */
    private List<String> round(DriftEvent... happened) throws SQLException {
        DeliverySettings settings = new DeliverySettings(
                List.of(receiver("team", Severity.WARNING), receiver("pager", Severity.CRITICAL)), routes, timing);
        Dispatch dispatch = new Dispatch(new Policy(settings, judge, quiet, flaps, now), book);
        flaps.prune(now);
        for (DriftEvent event : happened) {
            newest.put(event.drift().id(), event);
            open.put(event.drift().id(), event.drift());
            open.values().removeIf(drift -> event.type() == DriftEvent.Type.RESOLVED && drift.equals(event.drift()));
            dispatch.happened(event);
        }
        dispatch.compare(open.values(), episodes -> newest);
        List<String> steps = dispatch.tells().stream()
                .map(tell -> tell.receiver() + " " + tell.type().word() + " "
                        + tell.drift().difference().key().kind() + ": "
                        + tell.drift().advice())
                .toList();
        dispatch.tells().forEach(tell -> assertThat(told).doesNotContain(tell.receiver() + tell.id()));
        dispatch.tells().forEach(tell -> told.add(tell.receiver() + tell.id()));
        return steps;
    }

    private DriftEvent event(Drift drift, DriftEvent.Type type) {
        events++;
        return new DriftEvent(drift.id() + events, type, Drifts.at(drift, drift.openedAt(), now), now);
    }

    /** An episode of its own. */
    private DriftEvent opened(Drift drift) {
        events++;
        Drift episode = new Drift(
                "episode" + events,
                drift.comparison(),
                drift.difference(),
                drift.category(),
                drift.order(),
                drift.severity(),
                drift.advice(),
                drift.baseline(),
                drift.target(),
                now,
                now,
                Optional.empty());
        return new DriftEvent(episode.id(), DriftEvent.Type.OPENED, episode, now);
    }

    private DriftEvent resolved(DriftEvent opened) {
        events++;
        return new DriftEvent("end" + events, DriftEvent.Type.RESOLVED, opened.drift(), now);
    }

    private void later(Duration duration) {
        now = now.plus(duration);
    }

    private void quiet(Quiet.Type type, Optional<String> object) {
        quiet.add(new Quiet(
                type,
                Optional.empty(),
                Optional.of("production"),
                Optional.empty(),
                object,
                "anna",
                "release 42",
                now,
                now.plusSeconds(60)));
    }

    @Test
    void whatHappensIsToldOnceToWhomItIsBadEnoughFor() throws SQLException {
        DriftEvent column = opened(COLUMN);
        assertThat(round(column, opened(POLICY)))
                .containsExactly(
                        "team opened column: look at it",
                        "team opened policy: look at it",
                        "pager opened policy: look at it");
        assertThat(round()).isEmpty();
        later(Duration.ofSeconds(5));
        assertThat(round(event(column.drift(), DriftEvent.Type.CHANGED)))
                .containsExactly("team changed column: look at it");
        assertThat(round()).isEmpty();
    }

    @Test
    void whatOpensAndEndsBetweenTwoRoundsIsToldAsItHappened() throws SQLException {
        DriftEvent column = opened(COLUMN);
        assertThat(round(column, resolved(column)))
                .containsExactly("team opened column: look at it", "team resolved column: look at it");
    }

    @Test
    void aReceiverHearsOfAnEpisodeThatWasOnceBadEnough() throws SQLException {
        DriftEvent policy = opened(POLICY);
        round(policy);
        judge = (drift, at) -> new Judgement(Severity.INFO, Disposition.OPEN, Optional.of("fine"), Optional.empty());
        later(Duration.ofSeconds(5));
        assertThat(round(event(policy.drift(), DriftEvent.Type.CHANGED)))
                .containsExactly("team changed policy: look at it", "pager changed policy: look at it");
    }

    @Test
    void whatAPersonAcceptsEndsAndComesBackWhenThatExpires() throws SQLException {
        round(opened(POLICY));
        judge = (drift, at) -> new Judgement(
                drift.severity(),
                at.isBefore(Samples.NOON.plusSeconds(60)) ? Disposition.ACCEPTED : Disposition.OPEN,
                Optional.of("known"),
                Optional.of(Samples.NOON.plusSeconds(60)));

        assertThat(round())
                .containsExactlyInAnyOrder(
                        "team resolved policy: Accepted by the rule known until " + Samples.NOON.plusSeconds(60) + ".",
                        "pager resolved policy: Accepted by the rule known until " + Samples.NOON.plusSeconds(60)
                                + ".");
        assertThat(round()).isEmpty();
        later(Duration.ofSeconds(60));
        assertThat(round())
                .containsExactlyInAnyOrder("team opened policy: look at it", "pager opened policy: look at it");
        assertThat(round()).isEmpty();
    }

    @Test
    void whoAcceptedItIsTold() throws SQLException {
        round(opened(COLUMN));
        Instant until = now.plusSeconds(60);
        judge = new Judge() {
            @Override
            public Judgement judge(Drift drift, Instant at) {
                return new Judgement(drift.severity(), Disposition.ACCEPTED, Optional.of("known"), Optional.of(until));
            }

            @Override
            public Ruling ruling(Drift drift, Instant at) {
                return new Ruling(
                        judge(drift, at),
                        drift.difference(),
                        List.of(),
                        Optional.of(new Acceptance(until, "anna", "ours")),
                        Set.of("known"));
            }
        };
        assertThat(round()).containsExactly("team resolved column: Accepted by anna until " + until + ": ours");
    }

    @Test
    void aDriftThatEndsWithinItsGraceIsNotTold() throws SQLException {
        timing = new Timing(new TreeMap<>(Map.of(Severity.WARNING, Duration.ofMinutes(1))), 4, Duration.ofMinutes(10));
        DriftEvent shortly = opened(COLUMN);
        assertThat(round(shortly)).isEmpty();
        assertThat(round(resolved(shortly))).isEmpty();

        round(opened(COLUMN));
        later(Duration.ofMinutes(1));
        assertThat(round()).containsExactly("team opened column: look at it");
    }

    @Test
    void afterAWindowItIsToldWhatCameOfIt() throws SQLException {
        DriftEvent before = opened(COLUMN);
        round(before);
        quiet(Quiet.Type.WINDOW, Optional.empty());
        later(Duration.ofSeconds(5));
        DriftEvent passing = opened(POLICY);
        assertThat(round(resolved(before), passing, resolved(passing), opened(POLICY)))
                .isEmpty();
        quiet.clear();
        assertThat(round())
                .containsExactlyInAnyOrder(
                        "team resolved column: look at it",
                        "team opened policy: look at it",
                        "pager opened policy: look at it");
        assertThat(round()).isEmpty();
    }

    @Test
    void aSilenceKeepsWhatOpensAndChangesButNotWhatEnds() throws SQLException {
        DriftEvent column = opened(COLUMN);
        round(column);
        quiet(Quiet.Type.SILENCE, Optional.of("public.t.*"));
        assertThat(round(resolved(column), opened(POLICY))).containsExactly("team resolved column: look at it");
        quiet.clear();
        assertThat(round()).hasSize(2);
    }

    @Test
    void anAcknowledgementIsAboutWhatIsOpen() throws SQLException {
        DriftEvent column = opened(COLUMN);
        round(column);
        quiet(Quiet.Type.ACKNOWLEDGEMENT, Optional.of("public.*"));
        later(Duration.ofSeconds(5));
        assertThat(round(event(column.drift(), DriftEvent.Type.CHANGED), opened(POLICY)))
                .containsExactly("team opened policy: look at it", "pager opened policy: look at it");
    }

    @Test
    void whatFlapsIsToldOnceInTheTime() throws SQLException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            DriftEvent column = opened(COLUMN);
            all.addAll(round(column));
            later(Duration.ofSeconds(10));
            all.addAll(round(resolved(column)));
            later(Duration.ofSeconds(10));
        }
        // 200 times in 4,000 seconds: three times as it happened, then once in each 10 minutes
        assertThat(all.subList(0, 6)).allMatch(step -> step.endsWith("look at it"));
        assertThat(all.subList(6, all.size())).hasSizeBetween(6, 8).allMatch(step -> step.contains("Flapping: opened"));

        later(Duration.ofMinutes(11));
        assertThat(round()).containsExactly("team resolved column: look at it");
        assertThat(round()).isEmpty();
    }

    @Test
    void routesRestrictTheReceiversThatTheyName() throws SQLException {
        routes = List.of(
                new Route(Set.of(), Set.of("production"), Set.of(), Set.of("index"), Severity.INFO, Set.of("team")));
        assertThat(round(opened(POLICY))).containsExactly("pager opened policy: look at it");
        routes = List.of(new Route(
                Set.of(), Set.of("production"), Set.of("structure"), Set.of(), Severity.CRITICAL, Set.of("team")));
        assertThat(round(opened(COLUMN))).containsExactly("team opened policy: look at it");
    }

    @Test
    void whatIsNotComparedAnyMoreEndsAfterAWhile() throws SQLException {
        round(opened(COLUMN));
        open.clear();
        assertThat(round()).isEmpty();
        later(Duration.ofMinutes(2));
        assertThat(round()).containsExactly("team resolved column: Not compared any more.");
    }

    @Test
    void aDriftWithoutItsEventWaitsForIt() throws SQLException {
        DriftEvent column = opened(COLUMN);
        open.put(column.drift().id(), column.drift());
        assertThat(round()).isEmpty();
        assertThat(round(column)).containsExactly("team opened column: look at it");
        assertThat(round()).isEmpty();
    }
}
