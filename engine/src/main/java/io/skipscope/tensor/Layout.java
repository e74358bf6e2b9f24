package io.skipscope.tensor;

/**
 * How a logical NCHW tensor lies in device memory.
 *
 * <p>Indices are always logical NCHW; only kernels know the physical order, and what leaves the
 * engine is {@link #NCHW}.
 *
 * @param order the order of the axes in memory
 * @param channelBlock channels kept together innermost (8 for NCHWc8); 1 for none
 * @param rowPitch elements from one row to the next; 0 for exactly the width
 * @param halo rows and columns of zeros around each map
 * @param dataType how each number is stored
 */
public record Layout(Order order, int channelBlock, int rowPitch, int halo, DataType dataType) {
  /** Orders of the axes in memory, outermost first. */
  public enum Order {
    NCHW,
    NHWC
  }

  /** Plain float32 NCHW without padding: what tensors outside the engine are in. */
  public static final Layout NCHW = new Layout(Order.NCHW, 1, 0, 0, DataType.FLOAT32);

  /**
   * Eight channels together innermost, [batch, channels / 8, height, width, 8]: a CPU's vectors.
   */
  public static final Layout NCHWC8 = new Layout(Order.NCHW, 8, 0, 0, DataType.FLOAT32);

  /** Whether numbers lie as in {@link #NCHW}, whatever they are stored as. */
  public boolean isPlain() {
    return withDataType(DataType.FLOAT32).equals(NCHW);
  }

  /** The same order of numbers that are stored in another way. */
  public Layout withDataType(DataType other) {
    return new Layout(order, channelBlock, rowPitch, halo, other);
  }

  /** Bytes that a tensor of this shape takes in this layout. */
  public long sizeBytes(Shape shape) {
    if (shape.rank() != 4) {
      return (long) shape.elementCount() * dataType.sizeBytes();
    }
    long blocks = (shape.channels() + channelBlock - 1) / channelBlock;
    long pitch = Math.max(rowPitch, shape.width() + 2L * halo);
    long rows = shape.height() + 2L * halo;
    return shape.batch() * blocks * channelBlock * rows * pitch * dataType.sizeBytes();
  }
}
