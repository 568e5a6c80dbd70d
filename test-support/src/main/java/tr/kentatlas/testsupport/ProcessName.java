package tr.kentatlas.testsupport;

import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names folders after the process that made them, so that the next one can tell which were left behind by one that was killed. */
final class ProcessName {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)-(\\d+)");

    private ProcessName() {}

    /** Of this process. */
    static String of(String prefix) {
        ProcessHandle self = ProcessHandle.current();
        return prefix + self.pid() + "-" + startOf(self);
    }

    /** Whether a folder has such a name, of a process that is no more. */
    static boolean isOfDead(String prefix, Path folder) {
        String name = folder.getFileName().toString();
        if (!name.startsWith(prefix)) return false;
        Matcher numbers = NUMBERS.matcher(name.substring(prefix.length()));
        return numbers.matches() && !isAlive(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)));
    }

    private static boolean isAlive(long number, long start) {
        return ProcessHandle.of(number)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process) == start)
                .isPresent();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
