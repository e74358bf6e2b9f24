package io.skipscope.samples.picture;

/**
 * A solid and its surface.
 *
 * @param gloss 0 for matt; about 0.3 for paint or skin, 1 for glass
 */
record Body(Shape shape, Paint paint, double gloss) {}
