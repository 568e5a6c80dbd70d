package tr.kentatlas.registry.port;

import java.time.LocalDate;

/**
 * The end of a component. One with active children is refused.
 *
 * @param code street code, building code, door code or address number, by level
 * @param version the version the sender knows; 0: not checked
 */
public record Retirement(Level level, long code, long version, String reason, LocalDate on) implements RegistryWrite {}
