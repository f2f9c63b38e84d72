package io.evenkeel.alerter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.rule.Judge;
import io.evenkeel.alerter.rule.Origin;
import io.evenkeel.alerter.rule.RuleReader;
import io.evenkeel.alerter.rule.Rules;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.ObjectKind;
import io.evenkeel.contract.drift.Unknown;
import io.evenkeel.contract.snapshot.UnknownReason;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void everyCountIsExplainedByNamedObjects() {
        Report report = SampleReport.drifted();

        assertThat(report.status()).isEqualTo(Status.DRIFTED);
        assertThat(report.counts()).hasSize(4);
        assertThat(report.counts().stream().filter(count -> !count.addsUp()))
                .extracting(KindCount::kind)
                .containsExactly(SampleReport.COLUMN);
        assertThat(report.counts().stream().filter(count -> count.kind().equals(SampleReport.COLUMN)))
                .containsExactly(new KindCount(SampleReport.COLUMN, 12, 8, 4, 1, 0, 4));
    }

    @Test
    void equalSidesWithoutDriftAreInSync() {
        assertThat(SampleReport.inSync().status()).isEqualTo(Status.IN_SYNC);
    }

    @Test
    void countsThatDoNotAddUpAreNeverInSync() {
        Report report =
                Report.of(SampleReport.staging(), SampleReport.production(), SampleReport.KINDS, List.of(), List.of());

        assertThat(report.status()).isEqualTo(Status.UNKNOWN);
        assertThat(Headline.of(report)).contains("the counts do not add up");
    }

    @Test
    void anUnreadKindIsNeverInSync() {
        Unknown unread = new Unknown(
                Samples.PRODUCTION, Optional.of(new ObjectKind("policy")), UnknownReason.PERMISSION, "denied");
        Report report = Report.of(
                SampleReport.staging(), SampleReport.staging(), SampleReport.KINDS, List.of(), List.of(unread));

        assertThat(report.status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void whatTheSettingsLeaveOutIsToldAndPutsNothingInDoubt() {
        // one side has columns, the other leaves them out
        Unknown leftOut = new Unknown(
                Samples.PRODUCTION, Optional.of(SampleReport.COLUMN), UnknownReason.EXCLUDED, "left out by settings");
        Measured without = new Measured(
                SampleReport.staging().side(),
                SampleReport.staging().counts().headMap(SampleReport.COLUMN),
                new TreeMap<>());
        Report report = Report.of(SampleReport.staging(), without, SampleReport.KINDS, List.of(), List.of(leftOut));

        assertThat(report.counts()).extracting(KindCount::kind).doesNotContain(SampleReport.COLUMN);
        assertThat(report.gaps()).isEmpty();
        assertThat(report.leftOut()).containsExactly(leftOut);
        assertThat(TextReport.render(report, false)).contains("LEFT OUT").doesNotContain("UNKNOWN");
        assertThat(MarkdownReport.render(report)).contains("Left out by settings");
    }

    @Test
    void anEnvironmentThatCannotBeReadIsUnknownWhateverIsKnownOfIt() {
        Report report = SampleReport.unreachable();

        assertThat(report.status()).isEqualTo(Status.UNKNOWN);
        assertThat(Headline.of(report))
                .isEqualTo("production against staging: unknown, production unreachable; "
                        + "last known 4 drifts (1 critical, 2 warning, 1 info)");
    }

    @Test
    void volumesAreMeasurementsAndNoDrift() {
        assertThat(SampleReport.drifted().measurements()).singleElement().satisfies(volume -> {
            assertThat(volume.baseline()).contains(676L);
            assertThat(volume.target()).contains(811L);
        });
        assertThat(SampleReport.inSync().counts()).extracting(KindCount::kind).doesNotContain(SampleReport.ROWS);
    }

    @Test
    void whatIsIgnoredLeavesCountsAndStatus() {
        Report report = judged("ignore: true");
        assertThat(report.status()).isEqualTo(Status.IN_SYNC);
        assertThat(report.ignored()).hasSize(4);
        assertThat(report.counts()).allSatisfy(count -> {
            assertThat(count.baseline()).isEqualTo(count.target());
            assertThat(count.missing() + count.unexpected() + count.different()).isZero();
        });
        assertThat(Headline.of(report)).endsWith("objects hold no drift; 4 ignored");
    }

    @Test
    void whatIsAcceptedMakesNothingDriftedAndIsShownWithItsOwner() {
        Report report = judged("accept: {until: 2027-01-31, owner: jane, reason: a hotfix}");
        assertThat(report.status()).isEqualTo(Status.IN_SYNC);
        assertThat(report.worst()).isEmpty();
        assertThat(report.counts()).allMatch(KindCount::addsUp).anyMatch(count -> count.missing() > 0);
        assertThat(TextReport.render(report, false))
                .contains("in sync, 100 objects hold no drift; 4 accepted", "ACCEPTED 4")
                .containsPattern("table public.agent_sms +missing in production +2027-02-01 00:00 UTC +jane +a hotfix");
        assertThat(MarkdownReport.render(report)).contains("## Accepted: 4", "a hotfix");
        assertThat(JsonReport.document(report).accepted().getFirst().acceptance())
                .hasValueSatisfying(accepted -> assertThat(accepted.owner()).isEqualTo("jane"));
    }

    @Test
    void whatIsHeldCountsAndSaysUntilWhen() {
        Report report = judged("hold: {until: 2027-01-31T18:00:00Z}");
        assertThat(report.status()).isEqualTo(Status.DRIFTED);
        assertThat(report.held()).isEqualTo(4);
        assertThat(TextReport.render(report, false)).contains("held until 2027-01-31 18:00 UTC; with 4 x column");
    }

    private static Report judged(String decision) {
        String yaml = "rules: [{name: all, match: {kind: '*'}, " + decision + "}]";
        Judge judge = Rules.of(RuleReader.read(Origin.FILE, "rules.yaml", yaml)).judge(SampleReport.KINDS);
        List<Finding> findings = SampleReport.drifts().stream()
                .map(drift -> Finding.of(drift, judge.ruling(drift, Samples.NOON)))
                .toList();
        Measured production = SampleReport.side("production", 2, 9, 21, 2, 811);
        return Report.of(SampleReport.staging(), production, SampleReport.KINDS, findings, List.of());
    }
}
