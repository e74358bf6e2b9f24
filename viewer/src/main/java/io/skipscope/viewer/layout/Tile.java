package io.skipscope.viewer.layout;

import java.awt.geom.Rectangle2D;

/** Where one step is shown: its title and, beneath, the grid of its maps. Logical pixels. */
public record Tile(Step step, Rectangle2D title, Rectangle2D body) {}
