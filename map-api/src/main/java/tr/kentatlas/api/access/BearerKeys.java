package tr.kentatlas.api.access;

import java.util.Optional;

/** Recognises callers by the key they present as {@code Authorization: Bearer …} (RFC 6750 §2.1). Every bean of this kind is asked. */
public interface BearerKeys {

    /** The caller the key belongs to; empty when it is not one of these keys. A key that may not be used (any more) is a problem. */
    Optional<Caller> find(String token);
}
