package tr.kentatlas.registry.port;

import java.util.Set;

/**
 * Sends the city's own address components to the national registry. No method throws for what the registry answers or fails to answer:
 * the outcome says whether it is done, refused, surely not done, or unknown.
 */
public interface RegistryWritePort {

    /** What this registry can do beyond taking writes. */
    Set<Capability> capabilities();

    /** Adds or changes a component, or ends one; the registry keeps the code of what is ended as retired. */
    WriteOutcome send(RegistryWrite write, RequestKey key);

    /**
     * What became of an earlier request; only with {@link Capability#LOOK_UP}. {@link WriteOutcome.NotDone} with {@link
     * ResultCode#NOT_FOUND} says that it never arrived.
     */
    WriteOutcome lookUp(RequestKey key);
}
