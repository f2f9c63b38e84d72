package io.evenkeel.alerter.notify;

import io.evenkeel.alerter.notify.http.RefusedAddressException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What came of a connection that failed: it is tried again, and told so that somebody can mend it meanwhile. */
public final class Trouble {
    private Trouble() {}

    /**
     * The text of an exception is not told, since it may hold what the receiver said.
     *
     * @param receiver what may be told of its address
     */
    public static Outcome with(String receiver, IOException failed) {
        String reason = switch (failed) {
            case RefusedAddressException refused -> ": " + refused.getMessage();
            case SocketTimeoutException late -> ": it did not answer in time";
            case UnknownHostException unknown -> ": its name has no address";
            case SSLException untrusted ->
                " by TLS: " + untrusted.getClass().getSimpleName()
                        + "; if its certificate is of a CA of yours, set the receiver's ca-file";
            default -> ": " + failed.getClass().getSimpleName();
        };
        return new Outcome.RetryLater(receiver + " cannot be reached" + reason, Optional.empty());
    }

    /** The service is shutting down. */
    public static Outcome stopped() {
        return new Outcome.RetryLater("stopped while sending", Optional.empty());
    }
}
