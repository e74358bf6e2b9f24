/** Times the real window, and uses it at random for as long as is wanted. */
package io.skipscope.samples.benchmarks.window;
