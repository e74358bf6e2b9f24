package io.skipscope.plan;

/** Where a value lies in an arena. */
public record Slot(int arena, long offsetBytes, long sizeBytes) {}
