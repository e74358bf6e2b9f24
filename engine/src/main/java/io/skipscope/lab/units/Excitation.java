package io.skipscope.lab.units;

import io.skipscope.image.PictureSet;

/**
 * The place of a picture where a channel is greatest.
 *
 * @param value the channel's number there
 * @param row of the map; 0 where the value has no maps, {@code column} likewise
 */
public record Excitation(PictureSet.Entry picture, float value, int row, int column) {}
