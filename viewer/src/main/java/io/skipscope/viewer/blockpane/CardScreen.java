package io.skipscope.viewer.blockpane;

import io.skipscope.viewer.render.Palette;
import java.awt.Rectangle;
import java.awt.RenderingHints;

/**
 * How a card comes to the screen.
 *
 * @param view the part of the card that is in view, in logical pixels
 * @param hints how the screen draws text
 */
record CardScreen(CardPlace place, Palette palette, Rectangle view, RenderingHints hints) {}
