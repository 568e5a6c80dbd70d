package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.feature.Sha256;

/** Which file a city came from, by content: another file of the same name never overwrites it. */
public final class CitySource {
    /** Until the city has what it is to be made of: the command that makes it. */
    private static final String BEGUN = "begun";

    private CitySource() {}

    /** Remembers the file at the first start; refuses a differing one once it is loaded. Called with the city's lock held. */
    public static void claim(Instance instance, CityFile file) {
        Properties known = read(instance);
        if (known.isEmpty() || isBegun(known)) {
            write(instance, file, sha256(file.path()));
        } else if (!looksUnchanged(known, file) && !sha256(file.path()).equals(known.getProperty("sha256"))) {
            throw new UserError("The city '" + instance.name() + "' was made from another file ("
                    + known.getProperty("path") + "): rename the new file, or remove the old city with"
                    + " ./kent reset --city " + instance.name() + ".");
        }
    }

    /** What was claimed is in the city. */
    public static void loaded(Instance instance) {
        Properties known = read(instance);
        if (known.remove(BEGUN) != null) save(instance, known);
    }

    /** A backup is about to be restored into the city. */
    public static void restoring(Instance instance, Path backup) {
        Properties begun = new Properties();
        begun.setProperty(BEGUN, "./kent restore " + backup + " --into " + instance.name());
        save(instance, begun);
    }

    /** Refuses to make anything else of a city that was to become something and did not. */
    public static void requireNothingBegun(Instance instance) {
        Properties known = read(instance);
        if (!isBegun(known)) return;
        throw new UserError("The city '" + instance.name() + "' is unfinished: begin again with "
                + known.getProperty(BEGUN) + "; if that is refused, remove it first with ./kent reset --city "
                + instance.name() + ".");
    }

    private static boolean isBegun(Properties known) {
        return known.containsKey(BEGUN);
    }

    /** What a city remembers of its file; empty for the sample. */
    public static Map<String, String> notes(Instance instance) {
        Map<String, String> notes = new TreeMap<>();
        read(instance).forEach((name, value) -> notes.put((String) name, (String) value));
        return notes;
    }

    /** Gives a restored city the memory of its file. Called with the city's lock held. */
    public static void restore(Instance instance, Map<String, String> notes) {
        Properties known = new Properties();
        known.putAll(notes);
        save(instance, known);
    }

    /** Spares reading gigabytes at every start. */
    private static boolean looksUnchanged(Properties known, CityFile file) {
        return known.getProperty("path", "").equals(file.path().toString())
                && known.getProperty("stamp", "").equals(stamp(file.path()));
    }

    private static String stamp(Path path) {
        try {
            return Files.size(path) + "/" + Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UserError("The file " + path + " cannot be read.", e);
        }
    }

    private static Properties read(Instance instance) {
        Properties known = new Properties();
        if (!Files.exists(instance.sourceFile())) {
            return known;
        }
        try (Reader reader = Files.newBufferedReader(instance.sourceFile())) {
            known.load(reader);
        } catch (IOException e) {
            throw new UserError("No permission to read " + instance.sourceFile() + ".", e);
        }
        return known;
    }

    private static void write(Instance instance, CityFile file, String sha256) {
        Properties known = new Properties();
        known.setProperty("path", file.path().toString());
        known.setProperty("stamp", stamp(file.path()));
        known.setProperty("sha256", sha256);
        known.setProperty(BEGUN, "./kent up --city " + file.path());
        save(instance, known);
    }

    private static void save(Instance instance, Properties known) {
        Path fresh = instance.folder().resolve("source.properties.new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            known.store(writer, null);
        } catch (IOException e) {
            throw FileTrouble.writing(fresh, e);
        }
        try {
            Files.move(fresh, instance.sourceFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileTrouble.writing(instance.sourceFile(), e);
        }
    }

    private static String sha256(Path path) {
        try {
            return Sha256.hex(path);
        } catch (IOException e) {
            throw new UserError("The file " + path + " cannot be read.", e);
        }
    }
}
