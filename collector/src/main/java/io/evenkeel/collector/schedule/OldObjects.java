package io.evenkeel.collector.schedule;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;

/**
 * Gives memory back. What a reading and each look leave behind lives long enough to count as old, and Java's serial
 * collector, with which the launcher starts all processes, looks at old objects only when the heap has grown to its limit.
 */
final class OldObjects {
    private static final long LITTLE = 16L << 20;
    private static final Optional<MemoryPoolMXBean> POOL = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Tenured Gen"))
            .findFirst();

    private OldObjects() {}

    /** Clears them if what may have gone since they were cleared last is worth it. Other collectors do so by themselves. */
    static void clear() {
        if (POOL.filter(pool -> isWorth(
                        pool.getUsage().getUsed(), pool.getCollectionUsage().getUsed()))
                .isPresent()) {
            System.gc();
        }
    }

    /**
     * Whether to, as clearing takes as long as there is to keep.
     *
     * @param used bytes now
     * @param kept bytes that were left when they were cleared last
     */
    static boolean isWorth(long used, long kept) {
        return used > kept + kept / 4 + LITTLE;
    }
}
