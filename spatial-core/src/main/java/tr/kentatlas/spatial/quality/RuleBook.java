package tr.kentatlas.spatial.quality;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.spatial.model.Model;

/**
 * The rules of {@code data/rules/*.yaml}, checked against the model when read.
 *
 * @param places for each type without geometry, SQL that yields {@code (tucbs_no, geom)}: where its features are shown
 */
public record RuleBook(List<Rule> rules, Map<String, String> places) {
    private static final String FILES = "classpath*:kentatlas/rules/*.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    public RuleBook {
        rules = List.copyOf(rules);
        places = Map.copyOf(places);
    }

    /** Reads the rules from the class path; a wrong one stops the start. */
    public static RuleBook read(Model model) {
        List<Rule> rules = new ArrayList<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (Resource file : files()) {
            RuleFile content = parse(file);
            if (content.rules() != null)
                content.rules().forEach(entry -> rules.add(checked(entry, Objects.requireNonNull(file.getFilename()))));
            if (content.places() != null) places.putAll(content.places());
        }
        RuleBook book = new RuleBook(rules, places);
        new RuleBookCheck(model).check(book);
        return book;
    }

    public Optional<Rule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static Rule checked(RuleFile.RuleEntry entry, String file) {
        try {
            return entry.rule();
        } catch (NullPointerException e) {
            throw new RuleException(file + ": rule " + entry.id() + " lacks a field", e);
        }
    }

    private static List<Resource> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new RuleException("cannot list " + FILES, e);
        }
    }

    private static RuleFile parse(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return YAML.readValue(in, RuleFile.class);
        } catch (IOException | JacksonException e) {
            throw new RuleException(file.getFilename() + ": " + e.getMessage(), e);
        }
    }
}
