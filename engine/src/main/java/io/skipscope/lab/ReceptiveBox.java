package io.skipscope.lab;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Role;
import java.util.Optional;

/**
 * The part of the input that one number of a value can see: nothing outside of it has any influence
 * on the number.
 *
 * <p>Walks back from the number: a window of {@code kernel} taps at a stride reads the inputs from
 * {@code first * stride - pad} to {@code last * stride - pad + (kernel - 1) dilation} (Araujo et
 * al. 2019, "Computing receptive fields of convolutional neural networks"); branches are united.
 *
 * @param top first row, in pixels of the input; negative in the padding
 * @param left first column, likewise
 * @param bottom one past the last row, which may lie beyond the input
 * @param right one past the last column, likewise
 */
public record ReceptiveBox(int top, int left, int bottom, int right) {
  private static final int HEIGHT_AXIS = 2;

  /**
   * @param graph with its shapes inferred
   * @return empty where the number sees no picture
   */
  public static Optional<ReceptiveBox> of(Graph graph, NumberPlace place) {
    return graph.inputs().stream()
        .filter(name -> graph.value(name).role() == Role.INPUT && graph.shape(name).rank() == 4)
        .findFirst()
        .flatMap(input -> of(graph, place, input));
  }

  private static Optional<ReceptiveBox> of(Graph graph, NumberPlace place, String input) {
    Span rows = SpanTracer.trace(graph, HEIGHT_AXIS, place.value(), place.row(), input);
    Span columns = SpanTracer.trace(graph, HEIGHT_AXIS + 1, place.value(), place.column(), input);
    return rows == null || columns == null
        ? Optional.empty()
        : Optional.of(
            new ReceptiveBox(rows.first(), columns.first(), rows.last() + 1, columns.last() + 1));
  }

  public int height() {
    return bottom - top;
  }

  public int width() {
    return right - left;
  }

  /** The smallest box around both. */
  public ReceptiveBox union(ReceptiveBox other) {
    return new ReceptiveBox(
        Math.min(top, other.top),
        Math.min(left, other.left),
        Math.max(bottom, other.bottom),
        Math.max(right, other.right));
  }

  /** The part of it that lies on an input of this size. */
  public ReceptiveBox within(int inputHeight, int inputWidth) {
    return new ReceptiveBox(
        Math.max(0, top),
        Math.max(0, left),
        Math.min(inputHeight, bottom),
        Math.min(inputWidth, right));
  }
}
