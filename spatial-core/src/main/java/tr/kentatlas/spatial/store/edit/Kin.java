package tr.kentatlas.spatial.store.edit;

import java.util.UUID;

/**
 * An object that another came from, or that it became.
 *
 * @param how split, merge or replace
 * @param isLater whether it is what became of the other
 */
public record Kin(UUID id, String type, String how, boolean isLater) {}
