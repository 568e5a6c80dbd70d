package tr.kentatlas.spatial.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mistake put into the sample city on purpose.
 *
 * @param ruleId the rule that must find it, such as {@code AD5}
 * @param tucbsNo the feature it is found on; null when the mistake is a missing identity
 */
public record PlantedDefect(String ruleId, @Nullable UUID tucbsNo, String note) {}
