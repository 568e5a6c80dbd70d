package tr.kentatlas.registry.port;

import java.util.List;

/**
 * One page of a list. A row that could not be read is told in {@code faults} and does not spoil the others.
 *
 * @param total pages there are, as of this answer
 */
public record RegistryPage<T>(List<T> rows, int number, int total, List<RowFault> faults) {
    public RegistryPage {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    public boolean isLast() {
        return number >= total;
    }
}
