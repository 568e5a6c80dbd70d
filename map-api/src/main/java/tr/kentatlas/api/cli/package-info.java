/**
 * The program behind {@code ./kent}: the composition root of the whole house. Its commands lie below by part; {@code city} opens the city they
 * mean, {@code instance} is what it has on this machine, {@code report} how they talk.
 */
@NullMarked
package tr.kentatlas.api.cli;

import org.jspecify.annotations.NullMarked;
