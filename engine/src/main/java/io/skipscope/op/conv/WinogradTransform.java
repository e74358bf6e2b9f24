package io.skipscope.op.conv;

import io.skipscope.op.Packing;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;

/**
 * Winograd's F(outSide, 3): 3x3 convolution of a patch of (outSide + 2)^2 pixels by as many
 * products.
 *
 * <p>With input patch d and kernel g the outSide^2 outputs are A^T ((G g G^T) * (B^T d B)) A, where
 * * multiplies element by element. The transforms B and A are in {@code conv/winograd.clh}; here is
 * G for the weights, in double precision.
 *
 * <p>Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4;
 * the points of F(4,3) are 0, the roots of 1/2 and of 2, and infinity.
 *
 * @param outSide 4 or 2
 */
record WinogradTransform(int outSide) {
  private static final double THIRD = 1.0 / 3;
  private static final double ROOT = Math.sqrt(2);

  private static final double[][] G2 = {{1, 0, 0}, {0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0, 0, 1}};

  private static final double[][] G4 = {
    {1, 0, 0},
    {-2 * THIRD, -ROOT * THIRD, -THIRD},
    {-2 * THIRD, ROOT * THIRD, -THIRD},
    {THIRD / 2, ROOT * THIRD / 2, THIRD},
    {THIRD / 2, -ROOT * THIRD / 2, THIRD},
    {0, 0, 1}
  };

  int inSide() {
    return outSide + 2;
  }

  /** Products of one patch, each of which is a matrix product over all patches and channels. */
  int products() {
    return inSide() * inSide();
  }

  /** Tiles along an axis of the output. */
  int tiles(int extent) {
    return (extent + outSide - 1) / outSide;
  }

  /** The transformed weights, product by product in the order of pointwise kernels. */
  Packing packing(BlockedWeights pointwise) {
    return new Packing(
        "winograd" + outSide + pointwise.packing().name(), weight -> pack(weight, pointwise));
  }

  private float[] pack(Tensor weight, BlockedWeights pointwise) {
    float[] packed = new float[0];
    for (int product = 0; product < products(); product++) {
      float[] matrix = pointwise.pack(matrix(weight, product));
      if (product == 0) {
        packed = new float[products() * matrix.length];
      }
      System.arraycopy(matrix, 0, packed, product * matrix.length, matrix.length);
    }
    return packed;
  }

  /** Element {@code product} of every transformed kernel, [outChannels, inChannels, 1, 1]. */
  private Tensor matrix(Tensor weight, int product) {
    double[][] g = outSide == 4 ? G4 : G2;
    double[] rows = g[product / inSide()];
    double[] columns = g[product % inSide()];
    Tensor matrix = Tensor.zeros(Shape.of(weight.shape().batch(), weight.shape().channels(), 1, 1));
    for (int pair = 0; pair < matrix.data().length; pair++) {
      double sum = 0;
      for (int tap = 0; tap < 9; tap++) {
        sum += rows[tap / 3] * columns[tap % 3] * weight.data()[pair * 9 + tap];
      }
      matrix.data()[pair] = (float) sum;
    }
    return matrix;
  }
}
