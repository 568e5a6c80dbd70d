package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;

/**
 * A unit of a building to add or change.
 *
 * @param number inner door number, at most 30 characters; null in a building with a single unit
 * @param use code of list bbKullanim
 * @param kind code of list bbTipi
 * @param condition code of list yapiDurum
 */
public record UnitWrite(
        Target target,
        long building,
        long door,
        @Nullable String number,
        @Nullable Integer floor,
        String use,
        String kind,
        String condition)
        implements RegistryWrite {}
