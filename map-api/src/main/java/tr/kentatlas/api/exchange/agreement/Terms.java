package tr.kentatlas.api.exchange.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.word.Worded;

/**
 * What an agreement (protokol) says: who gives what to whom, for which purpose, by which decision, from when until when, how much. Read
 * and checked once by {@link TermsReader}; never changed, only followed by another version.
 *
 * @param until the last day, which still belongs to it
 * @param ground legal ground (KVKK 6698) on which data leaves that is not public; null when all of it is
 * @param releases of which releases the partner may read
 */
public record Terms(
        String number,
        Parties parties,
        String purpose,
        CouncilDecision decision,
        LocalDate from,
        LocalDate until,
        @Nullable String ground,
        Set<Releases> releases,
        Limits limits,
        List<Share> shares) {
    /**
     * Who gives, who receives, and who answers there.
     *
     * @param contact at the partner
     * @param providerContact whom the partner asks; null where nobody was named
     */
    public record Parties(
            String provider,
            String partner,
            String contact,
            @Nullable String providerContact) {

        /** Whom the partner asks, and where. */
        String whomToAsk() {
            return providerContact == null ? provider : provider + " (" + providerContact + ")";
        }
    }

    /** The council's decision (meclis kararı) the agreement rests on. */
    public record CouncilDecision(String number, LocalDate date) {}

    /** Requests in a minute and in a month. */
    public record Limits(int perMinute, long perMonth) {}

    /** A kind of release a partner may read. */
    public enum Releases implements Worded {
        /** The one that is served. */
        PUBLISHED,
        /** Earlier ones that are kept, too. */
        SUPERSEDED
    }

    /**
     * What of one layer is shared.
     *
     * @param fields official attribute names
     * @param rows what every shared row meets, in CRS84; null for all
     * @param ground why a type leaves that has no public collection at all; null for others
     */
    public record Share(
            String type,
            Set<String> fields,
            Cql2.@Nullable Predicate rows,
            Grant.@Nullable Area area,
            @Nullable String ground) {
        public Share {
            fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        }

        Grant.TypeGrant grant() {
            Grant.TypeGrant all = Grant.TypeGrant.of(fields);
            Grant.TypeGrant some = rows == null ? all : all.where(rows);
            return area == null ? some : some.in(area);
        }
    }

    public Terms {
        releases = Set.copyOf(releases);
        shares = List.copyOf(shares);
    }

    /** The terms as the grant that holds for every answer. */
    public Grant grant() {
        Map<String, Grant.TypeGrant> types = new LinkedHashMap<>();
        shares.forEach(share -> types.put(share.type(), share.grant()));
        return new Grant("agreement " + number, Grant.Audience.NAMED, types);
    }

    /** Whether the first day is still to come. */
    boolean isEarlyAt(Instant now) {
        return LocalDate.ofInstant(now, CityTime.ZONE).isBefore(from);
    }

    /** The moment after its last day. */
    public Instant end() {
        return until.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    }

    /** Whether the last day has passed. */
    boolean isOverAt(Instant now) {
        return LocalDate.ofInstant(now, CityTime.ZONE).isAfter(until);
    }
}
