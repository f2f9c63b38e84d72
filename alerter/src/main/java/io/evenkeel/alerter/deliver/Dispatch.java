package io.evenkeel.alerter.deliver;

import io.evenkeel.contract.catalog.ContentHash;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;
import io.evenkeel.contract.wire.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One round of deciding whom to tell what: first each new event, so that all that happened is told as it happened, then
 * what is open held against what was told, so that what had to wait, came back or ended otherwise is told too.
 */
final class Dispatch {
    /** Drifts and events come by different topics: for so long one may be there without the other. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Policy policy;
    private final Book book;
    private final List<Tell> tells = new ArrayList<>();

    private record Candidate(Receiver receiver, Drift drift) {}

    Dispatch(Policy policy, Book book) {
        this.policy = policy;
        this.book = book;
    }

    /** What is to be told, in order. */
    List<Tell> tells() {
        return List.copyOf(tells);
    }

    void happened(DriftEvent event) {
        boolean turned = event.type() == DriftEvent.Type.OPENED
                && policy.flaps().opened(event.drift(), event.time(), policy.now());
        Judged judged = policy.judged(event.drift());
        Verdict verdict = policy.verdict(judged);
        for (Receiver receiver : policy.settings().receivers()) {
            Optional<Told> told = book.told(receiver.name(), judged.drift().id());
            if (event.type() == DriftEvent.Type.RESOLVED) {
                told.filter(any -> !policy.waits(judged.drift()))
                        .ifPresent(entry -> end(receiver, event.id(), entry, judged.drift(), true));
            } else {
                stands(receiver, event, judged.drift(), verdict, told, turned);
            }
        }
    }

    private void stands(
            Receiver receiver, DriftEvent event, Drift drift, Verdict verdict, Optional<Told> told, boolean turned) {
        switch (verdict) {
            case Verdict.Tell tell -> open(receiver, event.id(), told, drift, true);
            case Verdict.End end -> told.ifPresent(entry -> over(receiver, entry, drift, end.why()));
            case Verdict.Flapping flapping -> {
                if (turned) {
                    Drift saying = Judged.saying(drift, policy.flaps().sentence(drift));
                    open(receiver, event.id(), told, saying, false);
                }
            }
            case Verdict.Wait wait -> {}
        }
    }

    /** Holds all that is open against what was told. */
    void compare(Collection<Drift> open, Facts facts) throws SQLException {
        Map<String, List<Candidate>> candidates = new HashMap<>();
        Set<String> episodes = HashSet.newHashSet(open.size());
        for (Drift each : open) {
            episodes.add(each.id());
            List<Candidate> due = due(policy.judged(each));
            if (!due.isEmpty()) {
                candidates.put(each.id(), due);
            }
        }
        book.found(episodes);
        Set<String> gone = gone(episodes);
        Set<String> asked = new HashSet<>(gone);
        asked.addAll(candidates.keySet());
        if (!asked.isEmpty()) {
            Map<String, DriftEvent> newest = facts.newest(asked);
            candidates.forEach((episode, due) -> tellAsItStands(due, Optional.ofNullable(newest.get(episode))));
            gone.forEach(episode -> vanished(episode, Optional.ofNullable(newest.get(episode))));
        }
    }

    /** Whom to tell of it as it stands, which may be so for long; what was decided about it is told at once. */
    private List<Candidate> due(Judged judged) {
        Drift drift = judged.drift();
        return switch (policy.verdict(judged)) {
            case Verdict.Tell tell ->
                policy.settings().receivers().stream()
                        .filter(receiver -> book.told(receiver.name(), drift.id())
                                .map(entry -> entry.differs(drift))
                                .orElseGet(() -> policy.wants(receiver, drift)))
                        .map(receiver -> new Candidate(receiver, drift))
                        .toList();
            case Verdict.End end -> {
                policy.settings()
                        .receivers()
                        .forEach(receiver -> book.told(receiver.name(), drift.id())
                                .ifPresent(entry -> over(receiver, entry, drift, end.why())));
                yield List.of();
            }
            case Verdict.Flapping flapping -> {
                policy.flaps().due(drift, policy.now()).ifPresent(episode -> stillFlapping(episode, drift));
                yield List.of();
            }
            case Verdict.Wait wait -> List.of();
        };
    }

    private Set<String> gone(Set<String> open) {
        Set<String> gone = new HashSet<>();
        policy.settings()
                .receivers()
                .forEach(receiver -> book.of(receiver.name()).keySet().stream()
                        .filter(episode -> !open.contains(episode))
                        .forEach(gone::add));
        return gone;
    }

    /** @param episode under which it was told that it flaps */
    private void stillFlapping(String episode, Drift drift) {
        Drift saying = Judged.saying(drift, policy.flaps().sentence(drift));
        DriftEvent.Type type = DriftEvent.Type.CHANGED;
        for (Receiver receiver : policy.settings().receivers()) {
            book.told(receiver.name(), episode)
                    .map(Told::telling)
                    .map(telling ->
                            new Tell(receiver.name(), stepId(telling, type), type, episode, telling, saying, false))
                    .ifPresent(tells::add);
        }
        policy.flaps().said(drift, policy.now());
    }

    private void tellAsItStands(List<Candidate> waiting, Optional<DriftEvent> newest) {
        Drift drift = waiting.getFirst().drift();
        boolean known = newest.isPresent()
                || drift.changedAt().plus(PATIENCE.multipliedBy(10)).isBefore(policy.now());
        boolean gone =
                newest.filter(event -> event.type() == DriftEvent.Type.RESOLVED).isPresent();
        if (known && !gone) {
            waiting.forEach(each -> {
                Optional<Told> told = book.told(each.receiver().name(), drift.id());
                DriftEvent.Type type = told.isPresent() ? DriftEvent.Type.CHANGED : DriftEvent.Type.OPENED;
                open(each.receiver(), stepId(drift.id(), type), told, each.drift(), false);
            });
        }
    }

    /** Told as open, and not open any more: its end had to wait, or it is not compared any more. */
    private void vanished(String episode, Optional<DriftEvent> newest) {
        boolean resolved =
                newest.filter(event -> event.type() == DriftEvent.Type.RESOLVED).isPresent();
        if (!resolved
                && policy.now().isBefore(book.missed(episode, policy.now()).plus(PATIENCE))) {
            return;
        }
        if (newest.isEmpty()) {
            policy.settings().receivers().forEach(receiver -> book.end(receiver.name(), episode));
        }
        newest.map(event -> policy.judged(event.drift()).drift())
                .filter(drift -> !policy.waits(drift))
                .ifPresent(drift -> {
                    for (Receiver receiver : policy.settings().receivers()) {
                        book.told(receiver.name(), episode)
                                .ifPresent(entry -> resolve(receiver, entry, newest.get(), drift, resolved));
                    }
                    book.forgetMissed(episode);
                });
    }

    private void resolve(Receiver receiver, Told entry, DriftEvent newest, Drift drift, boolean resolved) {
        if (resolved) {
            end(receiver, newest.id(), entry, drift, true);
        } else {
            over(receiver, entry, drift, "Not compared any more.");
        }
    }

    private void open(Receiver receiver, String id, Optional<Told> told, Drift drift, boolean asEvent) {
        if (told.isEmpty() ? !policy.wants(receiver, drift) : !told.get().differs(drift)) {
            return;
        }
        Tell tell = new Tell(
                receiver.name(),
                id,
                told.isPresent() ? DriftEvent.Type.CHANGED : DriftEvent.Type.OPENED,
                drift.id(),
                told.map(Told::telling).orElse(id),
                drift,
                asEvent);
        tells.add(tell);
        book.open(tell);
    }

    private void over(Receiver receiver, Told entry, Drift drift, String why) {
        String id = stepId(entry.telling(), DriftEvent.Type.RESOLVED);
        end(receiver, id, entry, Judged.saying(drift, why), false);
    }

    private void end(Receiver receiver, String id, Told entry, Drift drift, boolean asEvent) {
        tells.add(new Tell(receiver.name(), id, DriftEvent.Type.RESOLVED, drift.id(), entry.telling(), drift, asEvent));
        book.end(receiver.name(), drift.id());
    }

    /** For a step that no event stands for; written down with the step, so that a repeat has the same. */
    private String stepId(String of, DriftEvent.Type type) {
        Instant now = policy.now();
        return ContentHash.hex(Json.bytes(List.of(of, type.word(), now.toString())));
    }
}
