package tr.kentatlas.spatial.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code data/model/*.yaml} from the class path into a checked {@link Model}; a wrong file stops the start. */
public final class ModelReader {
    private static final String FOLDER = "classpath*:kentatlas/model/";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private static volatile @Nullable Model known;

    private ModelReader() {}

    /** Read once for all who ask: a model does not change while a program runs. */
    public static Model read() {
        Model model = known;
        if (model == null) known = model = assembled();
        return model;
    }

    private static Model assembled() {
        var themes = readOne("themes.yaml", ModelFiles.Themes.class);
        var common = readOne("common.yaml", ModelFiles.Common.class);
        List<ModelFiles.Type> types = readAll("types/*.yaml", ModelFiles.Type.class);
        List<ModelFiles.Codes> lists = readAll("codelists/*.yaml", ModelFiles.Codes.class);
        return new ModelAssembly(themes, common, types, lists).assemble();
    }

    private static <T> T readOne(String file, Class<T> shape) {
        return readAll(file, shape).stream()
                .findFirst()
                .orElseThrow(() -> new ModelException("no " + file + " on the class path"));
    }

    private static <T> List<T> readAll(String pattern, Class<T> shape) {
        try {
            return files(pattern).map(file -> parse(file, shape)).toList();
        } catch (IOException e) {
            throw new ModelException("cannot list " + pattern, e);
        }
    }

    private static Stream<Resource> files(String pattern) throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FOLDER + pattern))
                .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())));
    }

    private static <T> T parse(Resource file, Class<T> shape) {
        try (InputStream in = file.getInputStream()) {
            return YAML.readValue(in, shape);
        } catch (IOException | JacksonException e) {
            throw new ModelException(file.getFilename() + ": " + e.getMessage(), e);
        }
    }
}
