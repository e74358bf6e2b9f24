package io.skipscope.op;

import io.skipscope.tensor.Tensor;
import java.util.Map;

/**
 * A case with what it must give.
 *
 * @param expected every value that the node writes, by name
 * @param description shapes and attributes, for the message of a failure
 */
public record CheckedCase(OperatorCase test, Map<String, Expected> expected, String description) {

  /**
   * Fails unless all results are right.
   *
   * @param how the device and variant that computed them
   */
  public void check(Map<String, Tensor> results, double tolerance, String how) {
    check(results, new Tolerance(tolerance, 0, Float.MIN_NORMAL), how);
  }

  /** Likewise for results that have been rounded to what they are stored in. */
  public void check(Map<String, Tensor> results, Tolerance tolerance, String how) {
    expected.forEach(
        (value, numbers) ->
            numbers.compare(
                results.get(value), tolerance, how + ", " + description + ", value " + value));
  }
}
