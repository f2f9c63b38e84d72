package io.evenkeel.contract.snapshot;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.evenkeel.contract.catalog.Absent;
import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.catalog.ObjectKind;
import java.util.List;
import java.util.Optional;

/**
 * A kind, or a part of it, that a reading could not read; its objects keep their last state.
 *
 * @param detail one sentence for people, without secrets
 * @param within the names that the identities of that part begin with, such as tool, schema and table of migrations; absent:
 *     the whole kind, which older readers take every part for
 */
public record Unread(
        ObjectKind kind,
        UnknownReason reason,
        String detail,

        @JacksonInject(value = Absent.FIELD, useInput = OptBoolean.TRUE) @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<List<String>> within) {
    public Unread {
        within = within.map(List::copyOf).filter(names -> !names.isEmpty());
    }

    /** The whole kind. */
    public Unread(ObjectKind kind, UnknownReason reason, String detail) {
        this(kind, reason, detail, Optional.empty());
    }

    /** Whether nothing may be said of that object. */
    public boolean covers(ObjectKey key) {
        return key.kind().equals(kind) && within.stream().allMatch(key::isWithin);
    }
}
