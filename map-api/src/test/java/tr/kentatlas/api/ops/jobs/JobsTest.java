package tr.kentatlas.api.ops.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class JobsTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch again = new CountDownLatch(3);
    private final Queue<Thread> runners = new ConcurrentLinkedQueue<>();
    private final CountDownLatch tooEarly = new CountDownLatch(1);

    @Test
    void aJobIsRunAgainAfterAnErrorAndToldOfUntilItWorks() throws Exception {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("job", new Fragile());
        beans.registerSingleton("other", new Resting());
        Jobs jobs = new Jobs(beans.getBeanProvider(Job.class));
        jobs.start();
        try {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.failures()).containsEntry("fragile", "Java heap space");
            goOn.countDown();
            assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.failures()).isEmpty();
            assertThat(runners)
                    .as("answers share the processors of virtual threads")
                    .noneMatch(Thread::isVirtual);
            assertThat(tooEarly.getCount()).as("one that rests first").isEqualTo(1);
        } finally {
            jobs.stop();
        }
    }

    /** Its first run ends by an error. */
    private final class Fragile implements Job {
        private int runs;

        @Override
        public String name() {
            return "fragile";
        }

        @Override
        public Duration rest() {
            return Duration.ofMillis(1);
        }

        @Override
        public void run() throws InterruptedException {
            runners.add(Thread.currentThread());
            if (++runs == 1) throw new OutOfMemoryError("Java heap space");
            begun.countDown();
            goOn.await();
            again.countDown();
        }
    }

    private final class Resting implements Job {
        @Override
        public String name() {
            return "resting";
        }

        @Override
        public Duration restBefore() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration rest() {
            return Duration.ofMillis(1);
        }

        @Override
        public void run() {
            tooEarly.countDown();
        }
    }
}
