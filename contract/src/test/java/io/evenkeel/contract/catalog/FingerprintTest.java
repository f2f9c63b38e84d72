package io.evenkeel.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenkeel.contract.Hostile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderDoesNotCount(long seed) {
        Random random = new Random(seed);
        List<ContentHash> hashes = hashes(random);
        List<ContentHash> shuffled = new ArrayList<>(hashes);
        Collections.shuffle(shuffled, random);

        assertThat(sum(shuffled)).isEqualTo(sum(hashes));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesAreFollowedStepByStep(long seed) {
        List<ContentHash> hashes = hashes(new Random(seed));
        ContentHash old = hashes.removeLast();
        ContentHash young = hash("another", "value");

        Fingerprint followed = sum(hashes).plus(old).minus(old).plus(young);
        hashes.add(young);

        assertThat(followed).isEqualTo(sum(hashes));
        for (ContentHash hash : hashes) {
            followed = followed.minus(hash);
        }
        assertThat(followed).isEqualTo(Fingerprint.EMPTY);
    }

    @Test
    void keyAndValueAreKeptApart() {
        assertThat(hash("ab", "c")).isNotEqualTo(hash("a", "bc"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hexadecimalComesBack(long seed) {
        Fingerprint fingerprint = sum(hashes(new Random(seed)));

        assertThat(fingerprint.hex()).hasSize(64);
        assertThat(Fingerprint.ofHex(fingerprint.hex())).isEqualTo(fingerprint);
    }

    @Test
    void hashesArePinned() {
        // echo -n abc | sha256sum
        assertThat(ContentHash.hex("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        // printf '\0\0\0\1ab' | sha256sum
        assertThat(Fingerprint.EMPTY.plus(hash("a", "b")).hex())
                .isEqualTo("8ca8c06d760f5781896a1fd8486a70fe5038b3b7d951701b763b250b67427795");
        assertThatThrownBy(() -> Fingerprint.ofHex("xyz")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<ContentHash> hashes(Random random) {
        List<ContentHash> hashes = new ArrayList<>();
        for (int count = 0; count < 20; count++) {
            hashes.add(hash(Hostile.name(random), Hostile.name(random)));
        }
        return hashes;
    }

    private static ContentHash hash(String key, String value) {
        return ContentHash.of(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    private static Fingerprint sum(List<ContentHash> hashes) {
        Fingerprint sum = Fingerprint.EMPTY;
        for (ContentHash hash : hashes) {
            sum = sum.plus(hash);
        }
        return sum;
    }
}
