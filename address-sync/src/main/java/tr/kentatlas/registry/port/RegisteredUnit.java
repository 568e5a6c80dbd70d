package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;

/**
 * A unit of a building (bağımsız bölüm) as the registry holds it; nothing of who lives in it.
 *
 * @param addressNo the national 10-digit address number
 * @param number inner door number (iç kapı no); null in a building with a single unit
 * @param use code of list bbKullanim, {@code kind} of bbTipi, {@code condition} of yapiDurum; unknown ones as they came; null when not told
 */
public record RegisteredUnit(
        long addressNo,
        long neighbourhood,
        @Nullable Long building,
        @Nullable Long door,
        @Nullable String number,
        @Nullable Integer floor,
        @Nullable String use,
        @Nullable String kind,
        @Nullable String condition,
        Revision revision)
        implements RegisteredRow {}
