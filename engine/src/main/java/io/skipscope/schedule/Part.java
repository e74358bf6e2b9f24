package io.skipscope.schedule;

/**
 * What one device does in a schedule.
 *
 * @param device the device's id
 * @param from first segment of its range
 * @param to segment after its range
 * @param frames how many frames pass through
 * @param millis predicted time that a frame keeps the device busy, copies included
 */
public record Part(String device, int from, int to, int frames, double millis) {}
