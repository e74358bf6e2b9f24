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
    for (int pair = 0; pair < pairs; pair++) {
      transform(weight.data(), pair, matrices.data(), pair, pairs);
    }
    return matrices;
  }

  /** Row by row of output channels, which lie together for every product. */
  private float[] pack(Tensor weight, BlockedWeights pointwise) {
    Shape shape = weight.shape();
    int lanes = pointwise.tileChannels();
    int inRows = pointwise.rows(shape.channels());
    int productLength = CeilDiv.of(shape.batch(), lanes) * inRows * lanes;
    float[] packed = new float[products() * productLength];
    float[] row = new float[products() * lanes];
    for (int firstOut = 0; firstOut < shape.batch(); firstOut += lanes) {
      int outs = Math.min(lanes, shape.batch() - firstOut);
      for (int in = 0; in < shape.channels(); in++) {
        for (int lane = 0; lane < outs; lane++) {
          int pair = (firstOut + lane) * shape.channels() + in;
          transform(weight.data(), pair, row, lane, lanes);
        }
        int target = firstOut * inRows + in * lanes;
        for (int product = 0; product < products(); product++) {
          System.arraycopy(row, product * lanes, packed, product * productLength + target, outs);
        }
      }
    }
    return packed;
  }

  /**
   * G g G^T of one kernel.
   *
   * @param pair of an output and an input channel
   * @param to where the first product goes; the next ones follow at a distance of {@code stride}
   */
  private void transform(float[] weight, int pair, float[] products, int to, int stride) {
    double[][] g = outSide == 4 ? G4 : G2;
    int at = 9 * pair;
    int target = to;
    for (double[] down : g) {
      double left = dot(down, weight, at);
      double middle = dot(down, weight, at + 1);
      double right = dot(down, weight, at + 2);
      for (double[] across : g) {
        products[target] = (float) (across[0] * left + across[1] * middle + across[2] * right);
        target += stride;
      }
    }
  }

  /** A row of G times the column of a 3x3 kernel that begins at {@code at}. */
  private static double dot(double[] factors, float[] weight, int at) {
    return factors[0] * weight[at] + factors[1] * weight[at + 3] + factors[2] * weight[at + 6];
  }
}
