package io.evenkeel.alerter.rulebook;

import io.evenkeel.alerter.audit.AuditDatabase;
import io.evenkeel.alerter.audit.AuditView;
import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.alerter.rule.Judgement;
import io.evenkeel.alerter.rule.Origin;
import io.evenkeel.alerter.rule.Rule;
import io.evenkeel.alerter.rule.Rules;
import io.evenkeel.alerter.rule.Ruling;
import io.evenkeel.contract.drift.Drift;
import io.evenkeel.runtime.lifecycle.Loop;
import io.evenkeel.runtime.lifecycle.Service;
import io.evenkeel.runtime.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges by the rules as they are now. What changed is taken up within seconds; what is wrong leaves the old in force. */
public final class Rulebook implements Judge, Service {
    private static final Logger LOG = LoggerFactory.getLogger(Rulebook.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** What was read last. */
    private record Read(Map<String, String> texts, List<Rule> files, List<RuleRecords.Recorded> records) {
        List<Rule> rules() {
            Stream<Rule> recorded = records.stream().flatMap(each -> each.rules().stream());
            return Stream.concat(recorded, files.stream()).toList();
        }
    }

    private final RuleFiles files;
    private final RuleRecords records;
    private final Bench bench;
    private final Loop loop = new Loop("rules", INTERVAL, this::refresh);
    private Read read = new Read(Map.of(), List.of(), List.of());
    private volatile Rules rules = Rules.BUILT_IN;
    private volatile Optional<String> trouble = Optional.empty();

    /** @param view says what is known of the kinds */
    public Rulebook(RuleFiles files, AuditDatabase database, Supplier<AuditView> view) {
        this.files = files;
        this.records = new RuleRecords(database);
        this.bench = new Bench(view);
    }

    /**
     * Reads the rules for the first time, and then again and again.
     *
     * @throws SettingsException naming every problem of every file
     */
    @Override
    public void start() {
        Map<String, String> texts = files.texts();
        take(new Read(texts, RuleFiles.parse(texts), records.active()));
        loop.start();
    }

    /** The rules that people had made by then other than in files, and had not ended. */
    public static List<Rule> recorded(AuditDatabase database, Instant when) {
        return new RuleRecords(database)
                .activeAt(when).stream().flatMap(each -> each.rules().stream()).toList();
    }

    private synchronized void refresh() {
        List<RuleRecords.Recorded> recorded = records.active();
        try {
            Map<String, String> texts = files.texts();
            boolean same = texts.equals(read.texts());
            if (!same || !recorded.equals(read.records()) || trouble.isPresent()) {
                take(new Read(texts, same ? read.files() : RuleFiles.parse(texts), recorded));
            }
        } catch (SettingsException wrong) {
            keep(recorded, String.valueOf(wrong.getMessage()));
        }
    }

    private void take(Read next) {
        List<Rule> all = next.rules();
        List<String> repeated = RuleFiles.repeated(all);
        if (!repeated.isEmpty()) {
            throw new SettingsException(repeated);
        }
        read = next;
        rules = Rules.of(all);
        trouble = Optional.empty();
        LOG.info("rules: {} in force", all.size());
    }

    /** The files as they were last time, with the records as they are now. */
    private void keep(List<RuleRecords.Recorded> recorded, String problem) {
        if (!recorded.equals(read.records())) {
            read = new Read(read.texts(), read.files(), recorded);
            rules = Rules.of(read.rules());
        }
        if (!trouble.equals(Optional.of(problem))) {
            LOG.warn("rules: the old ones stay in force: {}", problem);
            trouble = Optional.of(problem);
        }
    }

    /** Adds rules as records; refuses names that are taken, unless by records whose time is over. */
    public synchronized void record(String by, String json, Instant now) {
        List<Rule> added = RuleRecords.parse(json);
        List<String> names = added.stream().map(Rule::name).toList();
        List<Rule> over = rules.made().stream()
                .filter(rule -> rule.origin() == Origin.RECORD && rule.expired(now) && names.contains(rule.name()))
                .toList();
        List<Rule> all = new ArrayList<>(rules.made());
        all.removeAll(over);
        all.addAll(added);
        List<String> repeated = RuleFiles.repeated(all);
        if (!repeated.isEmpty()) {
            throw new SettingsException(repeated);
        }
        over.forEach(rule -> records.withdraw(by, rule.name(), now));
        records.add(by, json, now);
        refresh();
    }

    /** Ends a rule that is a record; whether there was one. */
    public synchronized boolean withdraw(String by, String name, Instant now) {
        boolean was = records.withdraw(by, name, now);
        refresh();
        return was;
    }

    @Override
    public Judgement judge(Drift drift, Instant now) {
        return ruling(drift, now).judgement();
    }

    @Override
    public Ruling ruling(Drift drift, Instant now) {
        return bench.ruling(rules, drift, now);
    }

    @Override
    public List<Rule> rules() {
        return rules.made();
    }

    /** Why the rules are not those of the files; absent: they are. */
    @Override
    public Optional<String> trouble() {
        return trouble.or(loop::trouble);
    }

    @Override
    public void close() {
        loop.close();
    }
}
