package io.evenkeel.alerter.audit;

/** What the chain has a row for: where it stands, and everything of it that must not change. */
enum Subject {
    EVENT("event", "event", "position", """
            jsonb_build_array(o.position, o.id, o.type, o.episode, o.baseline, o.target, o.kind, o.key, o.change,
                              o.severity, o.category, %s, %s, o.record)
            """.formatted(micros("time"), micros("received_at"))),
    SNAPSHOT("snapshot", "snapshot_slice", "id", """
            jsonb_build_array(o.id, o.environment, o.partition, o.partitions, o.ordinal, o.epoch, o.sequence, %s, %s, %s, %s,
                              o.failure_reason, o.objects, o.fingerprint, o.held, encode(sha256(o.changes), 'hex'),
                              encode(o.kinds, 'hex'), o.marker)
            """.formatted(
                    micros("taken_at"), micros("published_at"), micros("received_at"), micros("seen_until"))),
    DECISION("decision", "decision", "id", """
            jsonb_build_array(o.id, o.what, o.ref, o.actor, %s, o.content)
            """.formatted(micros("decided_at"))),
    CHECKPOINT("checkpoint", "chain_checkpoint", "id", """
            jsonb_build_array(o.id, o.cut_number, encode(o.cut_hash, 'hex'), %s, %s,
                              (select jsonb_agg(jsonb_build_array(s.environment, s.partition, s.ordinal,
                                                                  encode(s.versions_hash, 'hex'))
                                                order by s.environment, s.partition)
                               from checkpoint_slice s where s.checkpoint = o.id))
            """.formatted(micros("before"), micros("made_at")));

    private final String word;
    private final String table;
    private final String ref;
    private final String content;

    Subject(String word, String table, String ref, String content) {
        this.word = word;
        this.table = table;
        this.ref = ref;
        this.content = content;
    }

    private static String micros(String column) {
        return "(extract(epoch from o." + column + ") * 1000000)::bigint";
    }

    /** In {@code chain_link.subject}. */
    String word() {
        return word;
    }

    String table() {
        return table;
    }

    /** The column that {@code chain_link.ref} holds. */
    String ref() {
        return ref;
    }

    /** SQL for the hash of a row {@code o} of the table. */
    String contentHash() {
        return "sha256(convert_to((" + content.strip() + ")::text, 'UTF8'))";
    }
}
