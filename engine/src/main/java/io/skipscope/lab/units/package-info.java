/**
 * What the channels of a network do over many pictures: which are dead, which do the same, and what
 * excites each of them most. Needs no window.
 */
package io.skipscope.lab.units;
