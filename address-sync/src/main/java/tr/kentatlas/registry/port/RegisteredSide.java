package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;

/**
 * One side of a road's centre line (yol orta hat yön): what doors hang on.
 *
 * @param code of the side
 * @param centreLine code of its centre line
 * @param neighbourhood the side lies in
 * @param street national street code (CSBM, UAVT kodu) the side belongs to; null when the registry gives none
 * @param fixedCode sabit tanıtım numarası, unique in the neighbourhood and never changed
 */
public record RegisteredSide(
        long code,
        long centreLine,
        Side side,
        long neighbourhood,
        @Nullable Long street,
        String fixedCode) {}
