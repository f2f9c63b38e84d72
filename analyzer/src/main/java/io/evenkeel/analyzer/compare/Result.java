package io.evenkeel.analyzer.compare;

import io.evenkeel.contract.drift.Unknown;
import java.util.List;

/**
 * What a comparison of two snapshots came to.
 *
 * @param findings by key
 * @param unknown what could not be measured; empty: everything was
 */
public record Result(List<Finding> findings, List<Unknown> unknown) {
    public Result {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
    }
}
