package io.evenkeel.contract.snapshot;

/**
 * The part of a snapshot that lies in one Kafka partition.
 *
 * @param partitions how many there are; equal for all catalog topics
 * @param objects how many objects the slice holds
 * @param fingerprint over keys and contents of the slice, order-free; hexadecimal
 */
public record Slice(int partition, int partitions, long objects, String fingerprint) {
    public Slice {
        if (partition < 0 || partition >= partitions || objects < 0) {
            throw new IllegalArgumentException("slice " + partition + " of " + partitions + " with " + objects
                    + " objects: expected 0 <= partition < partitions and objects >= 0");
        }
    }
}
