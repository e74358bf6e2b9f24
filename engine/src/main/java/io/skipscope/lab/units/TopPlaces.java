package io.skipscope.lab.units;

import io.skipscope.tap.ChannelView;
import java.util.Arrays;

/**
 * The few pictures in which each channel has its greatest numbers, and where in their maps.
 *
 * <p>A picture counts once per channel, with its greatest number: the numbers beside it would show
 * the same patch again. Of equal numbers the first stays. Several threads may add to different
 * channels.
 */
final class TopPlaces {
  private static final int NONE = -1;

  private final int size;
  private final float[] values;
  private final int[] pictures;
  private final int[] positions;

  /**
   * @param size how many pictures are kept for each channel
   */
  TopPlaces(int channels, int size) {
    this.size = size;
    values = new float[channels * size];
    pictures = new int[channels * size];
    positions = new int[channels * size];
    Arrays.fill(pictures, NONE);
  }

  /**
   * Adds one channel of a batch.
   *
   * @param firstPicture the number of the batch's first picture
   */
  void add(float[] data, ChannelView view, int channel, int firstPicture) {
    for (int image = 0; image < view.batch(); image++) {
      int start = view.start(image, channel);
      int greatest = NONE;
      for (int i = 0; i < view.inner(); i++) {
        boolean isNumber = !Float.isNaN(data[start + i]);
        if (isNumber && (greatest == NONE || data[start + i] > data[start + greatest])) {
          greatest = i;
        }
      }
      if (greatest != NONE) {
        insert(channel * size, data[start + greatest], firstPicture + image, greatest);
      }
    }
  }

  /** Keeps the channel's entries, which begin at {@code first}, in falling order. */
  private void insert(int first, float value, int picture, int position) {
    int slot = first + size;
    while (slot > first && (pictures[slot - 1] == NONE || value > values[slot - 1])) {
      slot--;
    }
    int moved = first + size - 1 - slot;
    if (moved >= 0) {
      System.arraycopy(values, slot, values, slot + 1, moved);
      System.arraycopy(pictures, slot, pictures, slot + 1, moved);
      System.arraycopy(positions, slot, positions, slot + 1, moved);
      values[slot] = value;
      pictures[slot] = picture;
      positions[slot] = position;
    }
  }

  /** How many pictures a channel has. */
  int count(int channel) {
    int count = 0;
    while (count < size && pictures[channel * size + count] != NONE) {
      count++;
    }
    return count;
  }

  float value(int channel, int rank) {
    return values[channel * size + rank];
  }

  int picture(int channel, int rank) {
    return pictures[channel * size + rank];
  }

  /** The index in the map, rows first. */
  int position(int channel, int rank) {
    return positions[channel * size + rank];
  }
}
