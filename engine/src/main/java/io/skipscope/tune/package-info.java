/** Searches the fastest kernels of a network's nodes on a device, and keeps what was found. */
package io.skipscope.tune;
