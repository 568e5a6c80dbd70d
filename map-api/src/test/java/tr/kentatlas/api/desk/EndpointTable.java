package tr.kentatlas.api.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code desk/endpoints.txt}: an address of the service in each line, and who is let in. */
final class EndpointTable {
    private static final Path FILE = Path.of("src/test/resources/desk/endpoints.txt");
    private static final Set<String> STAFF =
            Set.of("viewer", "planner", "editor", "numbering", "steward", "agreements", "auditor", "admin", "no-role");
    private static final Set<String> UNKNOWN_TO_THE_DESK = Set.of("signed-out", "partner", "staff-key");

    private EndpointTable() {}

    static Map<String, Set<String>> read() {
        Map<String, Set<String>> table = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(FILE)) if (!line.isBlank() && !line.startsWith("#")) add(line, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static void add(String line, Map<String, Set<String>> table) {
        String[] parts = line.trim().split("\\s*\\|\\s*", -1);
        Set<String> who = new TreeSet<>();
        for (String word : Arrays.asList(parts[1].split("\\s+", -1))) {
            switch (word) {
                case "everybody" -> {
                    who.addAll(STAFF);
                    who.addAll(UNKNOWN_TO_THE_DESK);
                }
                case "signed-in" -> who.addAll(STAFF);
                case "partner" -> who.add(word);
                default -> who.addAll(List.of(word, "admin"));
            }
        }
        table.put(parts[0], who);
    }
}
