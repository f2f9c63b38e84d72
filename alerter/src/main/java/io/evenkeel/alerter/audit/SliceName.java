package io.evenkeel.alerter.audit;

import io.evenkeel.contract.catalog.Environment;

/** What lies of an environment in one partition. */
record SliceName(Environment environment, int partition) {}
