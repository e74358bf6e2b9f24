/** JMH benchmarks of single kernels; {@code bench} times whole networks. */
package io.skipscope.samples.benchmarks;
