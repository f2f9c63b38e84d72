package io.evenkeel.alerter.notify;

import java.time.Duration;

/** A notifier whose receiver forgets what it is not told again. */
public interface RemindingNotifier extends Notifier {
    /** How often to remind. */
    Duration interval();

    /** For how long a resolved drift is still told. */
    Duration resolvedFor();

    /** Tells everything that stands; what fails is made good by the next time. */
    Outcome remind(Standing standing);
}
