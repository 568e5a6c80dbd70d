/**
 * The national address registry as a program, for tests and for trying the house out: it answers our provisional contract over loopback,
 * remembers what it was sent, and misbehaves on demand. It is no copy of the real one.
 */
@NullMarked
package tr.kentatlas.registry.simulator;

import org.jspecify.annotations.NullMarked;
