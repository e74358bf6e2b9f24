package io.skipscope.op.conv;

import io.skipscope.op.CeilDiv;
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
    return CeilDiv.of(extent, outSide);
  }

  /** The transformed weights, product by product in the order of pointwise kernels. */
  Packing packing(BlockedWeights pointwise) {
    return new Packing(
        "winograd" + outSide + pointwise.packing().name(), weight -> pack(weight, pointwise));
  }

  /** The transformed weights, [products * outChannels, inChannels, 1, 1]. */
  Tensor matrices(Tensor weight) {
    Shape shape = weight.shape();
    Shape all = Shape.of(products() * shape.batch(), shape.channels(), 1, 1);
    int pairs = shape.batch() * shape.channels();
    Tensor matrices = Tensor.zeros(all);
    float[][] products = transformed(weight.data(), pairs);
    for (int product = 0; product < products.length; product++) {
      System.arraycopy(products[product], 0, matrices.data(), product * pairs, pairs);
    }
    return matrices;
  }

  private float[] pack(Tensor weight, BlockedWeights pointwise) {
    Shape pairs = Shape.of(weight.shape().batch(), weight.shape().channels(), 1, 1);
    float[] packed = new float[0];
    int product = 0;
    for (float[] matrix : transformed(weight.data(), pairs.elementCount())) {
      float[] ordered = pointwise.pack(new Tensor(pairs, matrix));
      if (product == 0) {
        packed = new float[products() * ordered.length];
      }
      System.arraycopy(ordered, 0, packed, product * ordered.length, ordered.length);
      product++;
    }
    return packed;
  }

  /**
   * G g G^T of every kernel.
   *
   * @param pairs of output and input channels
   * @return [products][pairs]
   */
  private float[][] transformed(float[] weight, int pairs) {
    double[][] g = outSide == 4 ? G4 : G2;
    float[][] matrices = new float[products()][pairs];
    double[] columns = new double[3 * inSide()];
    for (int pair = 0; pair < pairs; pair++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i] = dot(g[i / 3], weight, 9 * pair + i % 3);
      }
      for (int product = 0; product < matrices.length; product++) {
        int row = 3 * (product / inSide());
        double[] factors = g[product % inSide()];
        matrices[product][pair] =
            (float)
                (factors[0] * columns[row]
                    + factors[1] * columns[row + 1]
                    + factors[2] * columns[row + 2]);
      }
    }
    return matrices;
  }

  /** A row of G times the column of a 3x3 kernel that begins at {@code at}. */
  private static double dot(double[] factors, float[] weight, int at) {
    return factors[0] * weight[at] + factors[1] * weight[at + 3] + factors[2] * weight[at + 6];
  }
}
