package tr.kentatlas.spatial.planning.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * Where features without a place of their own lie: where what they refer to does, or what refers to them; each seen through the grant of its
 * own type. A feature takes the first of several places it has.
 */
public record BorrowedPlace(List<Lender> lenders) {
    /** The geometry as {@link #joined} names it. */
    static final String SHAPE = "lent_shape";

    private static final Map<String, List<String>> LENDERS = Map.of(
            "bagimsiz_bolum", List.of("numarataj", "bina"),
            "bina_kullanimi", List.of("bina"),
            "bina_yuksekligi", List.of("bina"),
            "nobet_cizelgesi", List.of("kamu_hizmeti"),
            "sebeke", List.of("sebeke_hatti"),
            "yol", List.of("yol_orta_hat"),
            "yol_kisitlama", List.of("yol_orta_hat"),
            "yol_orta_hat_yon", List.of("yol_orta_hat"));

    private static final String IDENTITY = "tucbs_no";

    public BorrowedPlace {
        lenders = List.copyOf(lenders);
    }

    /**
     * A type that has the place.
     *
     * @param column of the borrower, equal to {@code key}
     * @param key of the lender; where it is not its identity, several may lend together
     */
    public record Lender(VisibleType type, String column, String key) {

        private static @Nullable Lender of(VisibleType borrower, VisibleType type) {
            String referring = reference(borrower, type);
            if (referring != null) return new Lender(type, referring, IDENTITY);
            String referred = reference(type, borrower);
            return referred == null ? null : new Lender(type, IDENTITY, referred);
        }

        private static @Nullable String reference(VisibleType from, VisibleType to) {
            return from.attributes().stream()
                    .filter(one -> one.type() == AttributeType.REFERENCE && !one.isMany())
                    .filter(one -> to.type().name().equals(one.target()))
                    .map(Attribute::column)
                    .findFirst()
                    .orElse(null);
        }

        private SqlFragment rows(Edition edition, int number) {
            boolean isAlone = key.equals(IDENTITY);
            String shape = isAlone ? FeatureGeometry.COLUMN : "ST_Collect(" + FeatureGeometry.COLUMN + ")";
            GrantedSql rows = GrantedRows.of(edition, type.behindTheInnerWall())
                    .where(SqlFragment.of(FeatureGeometry.COLUMN + " IS NOT NULL"))
                    .select(key + " AS lent_to_" + number + ", " + shape + " AS lent_shape_" + number);
            return (isAlone ? rows : rows.then(" GROUP BY " + key))
                    .fragment()
                    .between(", lender_" + number + " AS MATERIALIZED (", ")");
        }
    }

    /** Of a type as a grant shows it; empty where it has a place of its own, or nothing shown has one for it. */
    public static Optional<BorrowedPlace> of(Edition edition, Grant grant, VisibleType type) {
        if (type.type().geometry() != null) return Optional.empty();
        List<Lender> lenders = new ArrayList<>();
        for (String name : LENDERS.getOrDefault(type.type().name(), List.of())) {
            VisibleType.find(edition, grant, name)
                    .map(lender -> Lender.of(type, lender))
                    .ifPresent(lenders::add);
        }
        return lenders.isEmpty() ? Optional.empty() : Optional.of(new BorrowedPlace(lenders));
    }

    /** Further queries of a {@code WITH}, each behind a comma. */
    SqlFragment queries(Edition edition) {
        return SqlFragment.join(
                "",
                IntStream.range(0, lenders.size())
                        .mapToObj(i -> lenders.get(i).rows(edition, i))
                        .toList());
    }

    /** What the borrowers are joined with. */
    String joined() {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < lenders.size(); i++) {
            sql.append(" LEFT JOIN lender_")
                    .append(i)
                    .append(" ON lent_to_")
                    .append(i)
                    .append(" = ");
            sql.append(lenders.get(i).column());
        }
        String first = IntStream.range(0, lenders.size())
                .mapToObj(i -> "lent_shape_" + i)
                .collect(Collectors.joining(", ", "coalesce(", ")"));
        return sql + " CROSS JOIN LATERAL (SELECT " + first + " AS " + SHAPE + ") AS lent";
    }
}
