package io.skipscope.lab.units;

import io.skipscope.lab.ReceptiveBox;

/**
 * The part of a picture that excites a channel.
 *
 * @param box what the number at the place can see, within the network's input
 */
public record ExcitingPatch(Excitation excitation, ReceptiveBox box) {}
