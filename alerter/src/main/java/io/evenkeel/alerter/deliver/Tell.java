package io.evenkeel.alerter.deliver;

import io.evenkeel.contract.drift.Drift;
import io.evenkeel.contract.drift.DriftEvent;

/**
 * One step of a drift that one receiver is to be told of.
 *
 * @param id goes out with it; no other step has it
 * @param episode under which it was told as open
 * @param telling the id of the step that told it as open
 * @param drift as judged
 * @param asEvent whether the audit trail has an event of that id that says all
 */
record Tell(
        String receiver,
        String id,
        DriftEvent.Type type,
        String episode,
        String telling,
        Drift drift,
        boolean asEvent) {}
