/** Streams on two parts of a device, beside two processes with one part each. */
package io.skipscope.samples.benchmarks.streams;
