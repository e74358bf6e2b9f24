/**
 * Measurements of what a network does with a picture: where a number comes from, and how. Needs no
 * window.
 */
package io.skipscope.lab;
