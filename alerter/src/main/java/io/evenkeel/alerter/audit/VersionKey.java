package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.ObjectKey;
import io.evenkeel.contract.wire.Json;
import java.nio.charset.StandardCharsets;

/** Whose versions they are: an object that changes its root goes in one slice and comes in another. */
record VersionKey(SliceName slice, String key) {
    static VersionKey of(SliceName slice, ObjectKey key) {
        return new VersionKey(slice, new String(Json.bytes(key), StandardCharsets.UTF_8));
    }

    byte[] hash() {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
    }
}
