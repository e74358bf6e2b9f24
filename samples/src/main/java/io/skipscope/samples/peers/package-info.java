/**
 * Other engines for {@code bench --peers}. Their libraries are not shipped: the launcher fetches
 * them when they are first asked for.
 */
package io.skipscope.samples.peers;
