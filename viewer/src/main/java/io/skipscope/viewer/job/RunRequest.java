package io.skipscope.viewer.job;

import io.skipscope.image.Picture;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.OpenModel;

/**
 * Which maps the user wants to see, of which network. Everything is known: nothing is null.
 *
 * @param tap a value that is wanted besides the block's; empty for none
 */
public record RunRequest(
    OpenModel model, Picture picture, String deviceId, int block, String tap, Changes changes) {}
