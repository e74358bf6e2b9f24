/**
 * Which device does what: a network as a chain of parts, what each costs on each device, and the
 * plan that this makes the fastest. Runs nothing.
 */
package io.skipscope.schedule;
