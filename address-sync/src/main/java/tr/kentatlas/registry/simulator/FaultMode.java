package tr.kentatlas.registry.simulator;

import java.util.Arrays;
import java.util.Optional;

/** The ways in which the simulator misbehaves; the numbers are those of the design. */
public enum FaultMode {
    /** F07: HTTP 500 with a SOAP fault, before anything was done. */
    F07_SOAP_FAULT,
    /** F07: HTTP 502 with an HTML page of a proxy, before anything was done. */
    F07_HTML,
    /** F07: HTTP 500 without a word, before anything was done. */
    F07_EMPTY_500,
    /** F07: HTTP 200 without a word, before anything was done. */
    F07_EMPTY_200,
    /** F08: no answer for as long as the caller waits, and nothing is done. */
    F08_SILENCE,
    /** F09: what was asked is done, but the answer never comes. */
    F09_LOST_ANSWER,
    /** F10: the network delivers the request twice; the caller sees the second answer. */
    F10_TWICE,
    /** F11: a row comes or goes between two pages, so that one row is listed twice or not at all and the number of pages changes. */
    F11_DRIFT,
    /** F17: elements without a value are written as nil. */
    F17_NIL,
    /** F17: elements without a value are written empty. */
    F17_EMPTY,
    /** F20: a bad feed lists every second row as retired. */
    F20_MASS_RETIRE,
    /** The answer breaks off in its middle. */
    CUT_OFF,
    /** The answer is written in windows-1254 though it says UTF-8. */
    WINDOWS_1254,
    /** The answer is a document whose entities unfold without end. */
    XML_BOMB,
    /** The answer has a result code nobody knows. */
    UNKNOWN_CODE,
    /** The answer lacks an element that must be there. */
    MISSING_ELEMENT;

    /** All modes whose name begins so: "F07" means every form of it. */
    static Optional<FaultMode> named(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
