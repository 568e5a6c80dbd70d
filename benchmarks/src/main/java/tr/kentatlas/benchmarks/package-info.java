/** Microbenchmarks (JMH) of hot code; run one with {@code java -cp ... org.openjdk.jmh.Main TileEncoder}. */
@NullMarked
package tr.kentatlas.benchmarks;

import org.jspecify.annotations.NullMarked;
