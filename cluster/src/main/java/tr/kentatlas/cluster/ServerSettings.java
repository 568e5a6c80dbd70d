package tr.kentatlas.cluster;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The server's settings for one machine: a machine that the city's own program and GIS desks share. */
record ServerSettings(long memoryMegabytes, int processors, Durability durability) {
    static ServerSettings ofThisMachine(Durability durability) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new ServerSettings(
                machine.getTotalMemorySize() >> 20, Runtime.getRuntime().availableProcessors(), durability);
    }

    /** The text of the file that {@code postgresql.conf} includes. */
    String text() {
        Map<String, String> all = new LinkedHashMap<>();
        place(all);
        work(all);
        if (durability == Durability.LASTING) {
            lasting(all);
        } else {
            throwAway(all);
        }
        StringBuilder text =
                new StringBuilder("# Written by Kentatlas when the cluster is started; change nothing here.\n");
        all.forEach(
                (name, value) -> text.append(name).append(" = '").append(value).append("'\n"));
        return text.toString();
    }

    private static void place(Map<String, String> all) {
        all.put("listen_addresses", "127.0.0.1");
        // TCP only: the path of a checkout easily exceeds the 107 bytes of a socket's name.
        all.put("unix_socket_directories", "");
        all.put("max_connections", "80");
        all.put("password_encryption", "scram-sha-256");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("lc_messages", "C");
    }

    private void work(Map<String, String> all) {
        all.put("work_mem", megabytes(memoryMegabytes / 512, 8, 64));
        all.put("maintenance_work_mem", megabytes(memoryMegabytes / 32, 64, 1024));
        all.put("effective_cache_size", megabytes(memoryMegabytes / 2, 256, 65_536));
        all.put("max_parallel_workers", Integer.toString(processors));
        all.put("max_parallel_workers_per_gather", Integer.toString(Math.min(processors / 2, 4)));
        all.put("random_page_cost", "1.1");
        // Compiling a plan costs more than our short queries themselves.
        all.put("jit", "off");
    }

    private void lasting(Map<String, String> all) {
        all.put("shared_buffers", megabytes(memoryMegabytes / 8, 64, 8192));
        all.put("fsync", "on");
        all.put("synchronous_commit", "on");
        all.put("full_page_writes", "on");
        all.put("wal_compression", "on");
        all.put("max_wal_size", megabytes(memoryMegabytes / 6, 512, 8192));
        all.put("checkpoint_timeout", "15min");
        weekOfLogs(all);
    }

    /** A file for each day of the week beside the data folder, begun anew when its day comes again. */
    private static void weekOfLogs(Map<String, String> all) {
        all.put("logging_collector", "on");
        all.put("log_directory", "..");
        all.put("log_filename", "postgres-%w.log");
        all.put("log_rotation_age", "1d");
        all.put("log_rotation_size", "0");
        all.put("log_truncate_on_rotation", "on");
    }

    private static void throwAway(Map<String, String> all) {
        // The tests of one run serve many cities, each with pools of its own.
        all.put("max_connections", "400");
        all.put("shared_buffers", "128MB");
        all.put("fsync", "off");
        all.put("synchronous_commit", "off");
        all.put("full_page_writes", "off");
        all.put("wal_level", "minimal");
        all.put("max_wal_senders", "0");
        all.put("max_wal_size", "1024MB");
        // A worker would look through every test's database, one after the other, all the time.
        all.put("autovacuum", "off");
    }

    private static String megabytes(long wanted, long least, long most) {
        return String.format(Locale.ROOT, "%dMB", Math.clamp(wanted, least, most));
    }
}
