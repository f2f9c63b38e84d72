package io.evenkeel.alerter.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.alerter.AuditFixture;
import io.evenkeel.alerter.Drifts;
import io.evenkeel.contract.Samples;
import io.evenkeel.contract.catalog.Severity;
import io.evenkeel.contract.drift.Change;
import io.evenkeel.contract.drift.Drift;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever one changes in one row of ten thousand, the verification finds and names it. */
class TamperTest {
    private static final AuditFixture FIXTURE = new AuditFixture();
    private static AuditDatabase database;

    @BeforeAll
    static void write() {
        database = AuditDatabase.open(FIXTURE.settings());
        Store writer = new Store(database, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
        PastWorld world = new PastWorld(Samples.PRODUCTION, 1).grow(5000).live(40);
        world.topic.forEach(writer::write);
        writer.write(IntStream.range(0, 5000).mapToObj(TamperTest::event).toList());
        // an object that the tests can name, in the history and now
        assertThat(FIXTURE.rows("select 1 from evenkeel.object_history where key like '%\"t1\"%'"))
                .isNotEmpty();
    }

    @AfterAll
    static void close() {
        database.close();
        FIXTURE.close();
    }

    private static Incoming event(int i) {
        Drift drift = Drifts.drift(Severity.WARNING, Change.MISSING, "column", "public", "t", "c" + i);
        return new Incoming("x.events", 0, i, new Content.OfEvent(Drifts.opened(drift)));
    }

    private static Verification.Result after(String tampering, List<Verification.Head> anchors) {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                statement.execute(tampering);
                return Verification.in(connection, anchors);
            } finally {
                connection.rollback();
            }
        });
    }

    @Test
    void whatNobodyTouchedIsWhole() throws SQLException {
        Verification.Result result = Verification.of(database);

        assertThat(result.faults()).isEmpty();
        assertThat(result.events()).isEqualTo(5000);
        assertThat(result.versions()).isGreaterThan(5000);
        assertThat(result.links()).isEqualTo(result.events() + result.snapshots());
        assertThat(Verification.of(database, List.of(result.head())).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "  ==>  ", textBlock = """
            update event set severity = 'info' where position = 2500  ==>  event position 2500: altered
            update event set record = jsonb_set(record, '{time}', '"2026-01-01T00:00:00Z"') where position = 1  ==>  event position 1: altered
            update event e set record = o.record from event o where e.position + o.position = 201 and e.position in (100, 101)  ==>  event position 101: altered
            delete from event where position = 4999  ==>  event position 4999: gone
            delete from event where position = 5000  ==>  event position 5000: gone
            insert into event overriding system value select 'forged', 9999, type, episode, baseline, target, kind, key, change, severity, category, time, received_at, record from event where position = 7  ==>  event position 9999: inserted
            update snapshot_slice set taken_at = taken_at + interval '1 hour' where id = 7  ==>  snapshot_slice id 7: altered
            delete from snapshot_slice where id = 8  ==>  snapshot_slice id 8: gone
            insert into snapshot_slice overriding system value select 9999, environment, partition, partitions, ordinal + 5000, epoch, sequence, taken_at, published_at, received_at, seen_until, failure_reason, objects, fingerprint, held, changes, kinds, marker from snapshot_slice where id = 9  ==>  snapshot_slice id 9999: inserted
            update kind_set set kinds = '[]'  ==>  kind_set hash
            update chain_link set content = sha256('x') where number = 3000  ==>  chain_link number 3000
            update chain_link set hash = sha256('x') where number = 3000  ==>  chain_link number 3000
            delete from chain_link where number = 3000  ==>  chain_link number 3000 to 3000: gone
            delete from chain_link where number > (select max(number) - 10 from chain_link)  ==>  gone from the end
            update chain_link a set subject = b.subject, ref = b.ref, content = b.content, hash = b.hash from chain_link b where a.number + b.number = 81 and a.number in (40, 41)  ==>  chain_link number 40
            update catalog_object set record = replace(record, '"text"', '"int4"') where key like '%"c77"%'  ==>  catalog_object production # ["column","public","wide3","c77"] from 1: altered
            update catalog_object set record = replace(record, '"text"', '"int4"'), content_hash = sha256(int4send(octet_length(key)) || convert_to(key || replace(record, '"text"', '"int4"'), 'UTF8')) where key like '%"c77"%'  ==>  catalog_object production # ["column","public","wide3","c77"] from 1: altered
            update catalog_object set root = '["public","other"]' where key like '%"c77"%'  ==>  ["column","public","wide3","c77"] from 1: altered
            update catalog_object set platform = true where key like '%"c77"%'  ==>  ["column","public","wide3","c77"] from 1: altered
            update catalog_object set kind = 'sequence' where key like '%"c77"%'  ==>  ["column","public","wide3","c77"] from 1: altered
            update catalog_object set valid_from = 5 where key like '%"c77"%'  ==>  ["column","public","wide3","c77"]
            insert into catalog_object select environment, partition, sha256('["table","x"]'), valid_from, 'table', '["table","x"]', root, record, sha256(int4send(13) || convert_to('["table","x"]' || record, 'UTF8')), platform, since_major, until_major from catalog_object where key like '%"c77"%'  ==>  catalog_object production # ["table","x"] from 1: inserted
            insert into catalog_object select 'elsewhere', partition, key_hash, 1, kind, key, root, record, content_hash, platform, since_major, until_major from catalog_object where key like '%"c77"%'  ==>  catalog_object elsewhere # ["column","public","wide3","c77"] from 1: inserted
            update object_history set valid_to = valid_to + 1 where ctid = (select min(ctid) from object_history where key like '%"t1"%')  ==>  object_history production # ["column","public","t1"]
            delete from object_history where ctid = (select min(ctid) from object_history where key like '%"t1"%')  ==>  ["column","public","t1"]: gone
            """)
    void oneRowThatWasTouchedIsNamed(String tampering, String expected) {
        Verification.Result result = after(tampering, List.of());

        assertThat(result.faults())
                .extracting(fault -> fault.toString().replaceAll("(production|elsewhere) \\d ", "$1 # "))
                .as(tampering)
                .anySatisfy(fault -> assertThat(fault).contains(expected))
                .hasSizeLessThan(20);
    }

    @Test
    void aDeletedObjectIsNamedByItsHash() {
        String hash = FIXTURE.rows("select encode(substring(key_hash for 8), 'hex') from evenkeel.catalog_object "
                        + "where key like '%\"c77\"%'")
                .getFirst();

        Verification.Result result = after("delete from catalog_object where key like '%\"c77\"%'", List.of());

        assertThat(result.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("key_hash " + hash + "...: gone: the version that began or ended with ordinal 1"));
    }

    @Test
    void aChainThatWasWrittenAnewDoesNotFitWhatWasWrittenDown() {
        Verification.Head head = Verification.of(database).head();

        Verification.Result result = after(
                "with cut as (delete from chain_link where number > 4000) update chain c set head_number = 4000, "
                        + "head_hash = (select hash from chain_link where number = 4000)",
                List.of(head));

        assertThat(result.faults())
                .anySatisfy(fault -> assertThat(fault.toString())
                        .contains("number " + head.number() + ": gone: it was written down"));
    }
}
