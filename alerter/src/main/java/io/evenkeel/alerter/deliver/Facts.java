package io.evenkeel.alerter.deliver;

import io.evenkeel.contract.drift.DriftEvent;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** Looks up what the audit trail knows of episodes. */
interface Facts {
    /** The newest event of each, as far as there is one. */
    Map<String, DriftEvent> newest(Collection<String> episodes) throws SQLException;
}
