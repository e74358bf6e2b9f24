package io.skipscope.viewer.job;

import io.skipscope.image.Picture;
import io.skipscope.viewer.state.OpenModel;

/** Which maps the user wants to see. Everything is known: nothing is null. */
public record RunRequest(OpenModel model, Picture picture, String deviceId, int block) {}
