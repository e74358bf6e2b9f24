/**
 * Draws the bundled pictures: charts that show what filters do, and scenes that the bundled nets
 * know.
 *
 * <p>Every pixel is a function of its place alone, so a picture comes out the same on every machine
 * and any part of it can be drawn by itself. Scenes are solids given by signed distance functions,
 * seen by sphere tracing (J. C. Hart, 1996) under one sun and a sky.
 */
package io.skipscope.samples.picture;
