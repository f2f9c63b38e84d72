package io.evenkeel.collector.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BulkheadTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void stop() {
        end.countDown();
        threads.close();
    }

    private void enter(Bulkhead bulkhead, int visitors) {
        for (int visitor = 0; visitor < visitors; visitor++) {
            var unused = threads.submit(() -> {
                bulkhead.run(() -> {
                    inside.incrementAndGet();
                    end.await();
                });
                return done.incrementAndGet();
            });
        }
    }

    @Test
    void onlySoManyAreInsideAndTheOthersFollow() {
        Bulkhead bulkhead = new Bulkhead(2, Duration.ofMinutes(1));
        enter(bulkhead, 20);
        await().atMost(SOON).until(() -> inside.get() == 2);
        await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> inside.get() == 2);
        end.countDown();
        await().atMost(SOON).until(() -> done.get() == 20);
    }

    @Test
    void whoOverstaysIsPassedByButNotByAnyNumber() {
        Bulkhead bulkhead = new Bulkhead(2, Duration.ofMillis(50));
        enter(bulkhead, 20);
        int most = 2 + 4 * 2;
        await().atMost(SOON).until(() -> inside.get() == most);
        await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> inside.get() == most);
        end.countDown();
        await().atMost(SOON).until(() -> done.get() == 20);
    }

    @Test
    void itIsFullUntilAVisitorLeaves() {
        Bulkhead bulkhead = new Bulkhead(1, Duration.ofMinutes(1));
        assertThat(bulkhead.isFull()).isFalse();
        enter(bulkhead, 1);
        await().atMost(SOON).until(() -> inside.get() == 1);
        assertThat(bulkhead.isFull()).isTrue();
        end.countDown();
        await().atMost(SOON).until(() -> !bulkhead.isFull());
    }

    @Test
    void whoOverstaysDoesNotKeepItFull() {
        Bulkhead bulkhead = new Bulkhead(1, Duration.ofMillis(50));
        enter(bulkhead, 1);
        await().atMost(SOON).until(() -> inside.get() == 1);
        await().atMost(SOON).until(() -> !bulkhead.isFull());
        assertThat(done).hasValue(0);
    }

    @Test
    void aFailureGivesThePlaceBack() throws Exception {
        Bulkhead bulkhead = new Bulkhead(1, Duration.ofMinutes(1));
        assertThat(threads.submit(() -> {
                            try {
                                bulkhead.<Exception>run(() -> {
                                    throw new IllegalStateException("no wind");
                                });
                                return "nothing";
                            } catch (IllegalStateException failed) {
                                return failed.getMessage();
                            }
                        })
                        .get())
                .isEqualTo("no wind");
        bulkhead.run(done::incrementAndGet);
        assertThat(done).hasValue(1);
    }
}
