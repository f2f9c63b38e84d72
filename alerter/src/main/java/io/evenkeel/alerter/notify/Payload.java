package io.evenkeel.alerter.notify;

import io.evenkeel.contract.wire.Json;
import java.util.function.Function;

/** Bodies of requests that may not be larger than the receiver takes. */
public final class Payload {
    private Payload() {}

    /**
     * JSON of what is made of the notice: of all its items, or of as many as fit.
     *
     * @param form small enough in any case where the notice has no items
     */
    public static byte[] json(Notice notice, int maxBytes, Function<Notice, ?> form) {
        int count = notice.items().size();
        byte[] body = Json.bytes(form.apply(notice));
        while (body.length > maxBytes && count > 0) {
            count--;
            body = Json.bytes(form.apply(notice.first(count)));
        }
        return body;
    }
}
