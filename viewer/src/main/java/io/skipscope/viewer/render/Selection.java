package io.skipscope.viewer.render;

/** Finds numbers by their rank in linear time (Hoare, "Algorithm 65: Find", 1961). */
final class Selection {
  private Selection() {}

  /**
   * The number that would stand at a place if the first {@code size} were sorted. Reorders them.
   *
   * @param numbers without NaN
   * @param place from 0, below {@code size}
   */
  static float nth(float[] numbers, int size, int place) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      float pivot = numbers[(low + high) >>> 1];
      int left = low;
      int right = high;
      while (left <= right) {
        while (numbers[left] < pivot) {
          left++;
        }
        while (numbers[right] > pivot) {
          right--;
        }
        if (left <= right) {
          float swapped = numbers[left];
          numbers[left++] = numbers[right];
          numbers[right--] = swapped;
        }
      }
      // What lies between right and left equals the pivot.
      if (place <= right) {
        high = right;
      } else if (place >= left) {
        low = left;
      } else {
        return numbers[place];
      }
    }
    return numbers[place];
  }
}
