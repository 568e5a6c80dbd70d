package tr.kentatlas.api.ogc.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.api.http.Titles;

/** The parts of the definition that are the same whatever the caller sees, as {@code openapi.yaml} has them. */
final class CommonParts {
    private static final Map<String, Map<String, Object>> WRITTEN = read();

    private CommonParts() {}

    /**
     * One of its parts.
     *
     * @param values what stands for <code>${name}</code>; for any other it is the title of that key
     */
    static Map<String, Object> of(String part, Map<String, Object> values) {
        return filled(Objects.requireNonNull(WRITTEN.get(part)), values);
    }

    private static Map<String, Object> filled(Map<?, ?> written, Map<String, Object> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        written.forEach((name, value) -> filled.put((String) name, filled(value, values)));
        return filled;
    }

    private static Object filled(Object written, Map<String, Object> values) {
        return switch (written) {
            case Map<?, ?> object -> filled(object, values);
            case List<?> list -> list.stream().map(one -> filled(one, values)).toList();
            case String text when text.startsWith("${") -> value(text.substring(2, text.length() - 1), values);
            default -> written;
        };
    }

    private static Object value(String name, Map<String, Object> values) {
        Object value = values.get(name);
        return value == null ? Titles.of(name) : value;
    }

    private static Map<String, Map<String, Object>> read() {
        try (InputStream yaml = new ClassPathResource("kentatlas/ogc/openapi.yaml").getInputStream()) {
            return YAMLMapper.shared().readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("the parts of the API definition cannot be read", e);
        }
    }
}
