package tr.kentatlas.spatial.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import tr.kentatlas.spatial.model.CodeList.Extensibility;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;

/**
 * A quality rule, written in {@code data/rules}: what it demands, how serious it is, and the SQL that finds where it is broken.
 *
 * @param id short and stable, such as {@code AD5}; findings, acceptances and reports name it
 * @param hint how an editor mends what it finds
 * @param source where the rule comes from, and what of it is guaranteed elsewhere
 */
public record Rule(
        String id,
        Text title,
        Severity severity,
        List<Tolerance> tolerances,
        List<Check> checks,
        Text hint,
        String source) {

    /** A named number the SQL compares with, such as {@code gap} = 1 m2. */
    public record Tolerance(String name, double value, String unit) {}

    /**
     * One query of a rule.
     *
     * @param types for {@link ForEach#ONCE} the types it reads: it is left out where a release has not all of them; otherwise the only
     *     types it runs on, all when empty
     * @param except types it does not run on
     * @param lists for {@link ForEach#CODED_ATTRIBUTE} the extensibility of the lists it is for
     */
    public record Check(ForEach forEach, Set<String> types, Set<String> except, Set<Extensibility> lists, String sql) {
        public Check {
            types = Set.copyOf(types);
            except = Set.copyOf(except);
            lists = Set.copyOf(lists);
        }
    }

    /** What of the model a query is repeated for. */
    public enum ForEach {
        @JsonProperty("once")
        ONCE,
        @JsonProperty("type")
        TYPE,
        /** Each type with a geometry of its own. */
        @JsonProperty("place")
        PLACE,
        /** Each geometry, also second ones. */
        @JsonProperty("geometry")
        GEOMETRY,
        @JsonProperty("codedAttribute")
        CODED_ATTRIBUTE,
        @JsonProperty("reference")
        REFERENCE
    }

    public Rule {
        tolerances = List.copyOf(tolerances);
        checks = List.copyOf(checks);
    }
}
