package io.evenkeel.runtime.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant. */
public final class Nearest {
    private static final int FAR = 4;

    private Nearest() {}

    /** The known word nearest to the given one, unless none is near. */
    public static Optional<String> to(String word, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .filter(candidate -> distance.apply(word, candidate) <= FAR)
                .min(Comparator.comparing(candidate -> distance.apply(word, candidate)));
    }
}
