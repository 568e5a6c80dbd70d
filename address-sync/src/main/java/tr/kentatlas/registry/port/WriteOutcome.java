package tr.kentatlas.registry.port;

/** How a write ended, as far as it is known. */
public sealed interface WriteOutcome {
    /** What the registry said, or why it said nothing. */
    Answer answer();

    /** It is in the registry under these codes; readers may see it only later. */
    record Done(Answer answer, GivenCodes codes) implements WriteOutcome {}

    /** The registry refused it for what it says: sending it again unchanged would be refused again. */
    record Refused(Answer answer) implements WriteOutcome {}

    /** It surely was not carried out (never sent, or turned away as busy): it may be sent again with the same key. */
    record NotDone(Answer answer) implements WriteOutcome {}

    /** Nobody knows whether it was carried out: it must be looked up or read back before it is sent again. */
    record Uncertain(Answer answer) implements WriteOutcome {}
}
