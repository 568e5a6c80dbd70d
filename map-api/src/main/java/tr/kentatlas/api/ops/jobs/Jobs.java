package tr.kentatlas.api.ops.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every {@link Job}, each on a thread of its own, which takes no processor from the answers while it works or waits, from when the service stands until it stops. */
@Component
public final class Jobs implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final long PATIENCE_MILLIS = 5_000;

    private final ObjectProvider<Job> jobs;
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentMap<String, String> failures = new ConcurrentHashMap<>();
    private volatile boolean running;

    Jobs(ObjectProvider<Job> jobs) {
        this.jobs = jobs;
    }

    @Override
    public synchronized void start() {
        running = true;
        jobs.orderedStream()
                .forEach(job -> threads.add(
                        Thread.ofPlatform().daemon().name("job-" + job.name()).start(() -> repeat(job))));
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.forEach(Jobs::await);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Jobs whose last run failed, by name, with the reason. */
    public Map<String, String> failures() {
        return Map.copyOf(failures);
    }

    private void repeat(Job job) {
        try {
            Thread.sleep(job.restBefore());
            while (running) {
                runOnce(job);
                Thread.sleep(job.rest());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("job={} stopped", job.name());
        }
    }

    /** A failure is told once, not at every run; an error such as a full heap ends no job for ever. */
    private void runOnce(Job job) throws InterruptedException {
        try {
            job.run();
            if (failures.remove(job.name()) != null) LOG.info("job={} works again", job.name());
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception | Error e) {
            if (!running) return;
            if (failures.put(job.name(), String.valueOf(e.getMessage())) == null)
                LOG.warn("job={} failed", job.name(), e);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
