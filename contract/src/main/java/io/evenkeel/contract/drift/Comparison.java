package io.evenkeel.contract.drift;

import io.evenkeel.contract.catalog.Environment;

/** An ordered pair: what should be, and what is held against it. */
public record Comparison(Environment baseline, Environment target) implements Comparable<Comparison> {
    public Comparison {
        if (baseline.equals(target)) {
            throw new IllegalArgumentException(
                    "environment " + baseline + " is compared with itself: expected two different environments");
        }
    }

    @Override
    public int compareTo(Comparison other) {
        int order = baseline.compareTo(other.baseline);
        return order != 0 ? order : target.compareTo(other.target);
    }

    @Override
    public String toString() {
        return target + " against " + baseline;
    }
}
