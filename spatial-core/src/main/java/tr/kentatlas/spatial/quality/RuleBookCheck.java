package tr.kentatlas.spatial.quality;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tr.kentatlas.spatial.model.Model;

/** Refuses a rule book that contradicts itself or the model, naming the rule. */
final class RuleBookCheck {
    private static final Pattern ID = Pattern.compile("[A-Z]{1,2}[0-9]{1,2}(\\.[a-z]+)?");
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([A-Za-z]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w*)}");

    private final Model model;

    RuleBookCheck(Model model) {
        this.model = model;
    }

    void check(RuleBook book) {
        Set<String> ids = new HashSet<>();
        for (Rule rule : book.rules()) {
            require(ID.matcher(rule.id()).matches(), rule.id(), "an id is like AD5 or I3.open");
            require(ids.add(rule.id()), rule.id(), "is there twice");
            require(!rule.checks().isEmpty(), rule.id(), "has no check");
            rule.checks().forEach(check -> check(rule, check));
        }
        book.places().keySet().forEach(type -> requireType("places", type));
        model.types().stream()
                .filter(type -> type.geometry() == null)
                .forEach(type -> require(
                        book.places().containsKey(type.name()), "places", "does not say where to show " + type.name()));
    }

    private void check(Rule rule, Rule.Check check) {
        Stream.concat(check.types().stream(), check.except().stream()).forEach(type -> requireType(rule.id(), type));
        if (check.forEach() == Rule.ForEach.ONCE)
            require(!check.types().isEmpty(), rule.id(), "must name the types it reads ('of')");
        Set<String> known = Stream.concat(
                        rule.tolerances().stream().map(Rule.Tolerance::name),
                        CheckSql.parameters(check.forEach()).stream())
                .collect(Collectors.toSet());
        requireKnown(rule, "parameter", PARAMETER.matcher(check.sql()), known);
        requireKnown(rule, "placeholder", PLACEHOLDER.matcher(check.sql()), CheckSql.placeholders(check.forEach()));
    }

    private static void requireKnown(Rule rule, String what, Matcher found, Set<String> known) {
        while (found.find())
            require(known.contains(found.group(1)), rule.id(), "unknown " + what + " " + found.group());
    }

    private void requireType(String where, String type) {
        require(model.find(type).isPresent(), where, "the model has no type " + type);
    }

    private static void require(boolean right, String where, String otherwise) {
        if (!right) throw new RuleException(where + ": " + otherwise, null);
    }
}
