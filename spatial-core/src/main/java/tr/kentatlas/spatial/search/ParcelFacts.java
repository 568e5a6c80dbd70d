package tr.kentatlas.spatial.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Text;

/**
 * A parcel's cadastral identity and what the plans in force say of it.
 *
 * @param block ada; "0" for land never divided into blocks
 * @param parcel parsel; empty for ground without a number
 * @param area registered area, m²; null when unknown
 */
public record ParcelFacts(
        String district,
        String neighbourhood,
        String block,
        String parcel,
        @Nullable Double area,
        List<Zoning> zoning,
        List<Restriction> restrictions) {

    /**
     * What one plan decides for the parcel.
     *
     * @param share part of the parcel it covers, 0–1
     * @param coverage TAKS, ground coverage ratio
     * @param floorArea KAKS (emsal), floor area ratio
     * @param height Yençok, metres
     * @param frontYard ön bahçe, metres
     * @param sideYard yan bahçe, metres
     * @param scale denominator of the plan's scale
     */
    public record Zoning(
            String planType,
            Text planTypeName,
            String plan,
            @Nullable String planNumber,
            @Nullable Integer scale,
            @Nullable String approvedOn,
            @Nullable String inForceSince,
            String use,
            Text useName,
            double share,
            @Nullable Double coverage,
            @Nullable Double floorArea,
            @Nullable Integer floors,
            @Nullable Double height,
            @Nullable Double frontYard,
            @Nullable Double sideYard,
            @Nullable Text order) {}

    /** A restriction other law puts on it, and the part of the parcel it covers, 0–1. */
    public record Restriction(Text name, double share) {}

    public ParcelFacts {
        zoning = List.copyOf(zoning);
        restrictions = List.copyOf(restrictions);
    }
}
