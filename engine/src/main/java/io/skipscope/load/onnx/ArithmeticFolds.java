package io.skipscope.load.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.skipscope.tensor.Shape;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Folds that compute: integers stay integers, as shapes need them. */
final class ArithmeticFolds {
  private ArithmeticFolds() {}

  static void register(Map<String, Folding.Fold> table) {
    binary(table, "Add", Math::addExact, Double::sum);
    binary(table, "Sub", Math::subtractExact, (a, b) -> a - b);
    binary(table, "Mul", Math::multiplyExact, (a, b) -> a * b);
    binary(table, "Div", (a, b) -> a / b, (a, b) -> a / b);
    unary(table, "Floor", Math::floor);
    unary(table, "Ceil", Math::ceil);
    unary(table, "Sqrt", Math::sqrt);
    table.put("Cast", (node, context, inputs) -> cast(node, inputs.get(0)));
    table.put("ReduceProd", (node, context, inputs) -> product(node, inputs.get(0)));
  }

  private static void binary(
      Map<String, Folding.Fold> table,
      String op,
      LongBinaryOperator integers,
      DoubleBinaryOperator numbers) {
    table.put(
        op,
        (node, context, inputs) -> {
          node.input(1);
          Constant left = inputs.get(0);
          Constant right = inputs.get(1);
          Shape shape = broadcast(node, left.shape(), right.shape());
          Constant first = left.pick(shape, sources(left.shape(), shape));
          Constant second = right.pick(shape, sources(right.shape(), shape));
          return first.isInteger() && second.isInteger()
              ? ofLongs(node, first, second, integers)
              : ofFloats(first, second, numbers);
        });
  }

  private static Constant ofLongs(
      OnnxNode node, Constant left, Constant right, LongBinaryOperator operation) {
    long[] results = new long[left.count()];
    try {
      for (int i = 0; i < results.length; i++) {
        results[i] = operation.applyAsLong(left.integer(i), right.integer(i));
      }
    } catch (ArithmeticException e) {
      throw node.malformed("integers that overflow or divide by zero", "extents of a shape");
    }
    return Constant.ofLongs(left.shape(), results);
  }

  private static Constant ofFloats(Constant left, Constant right, DoubleBinaryOperator operation) {
    float[] results = new float[left.count()];
    for (int i = 0; i < results.length; i++) {
      results[i] = (float) operation.applyAsDouble(left.number(i), right.number(i));
    }
    return Constant.ofFloats(left.shape(), results);
  }

  private static Shape broadcast(OnnxNode node, Shape left, Shape right) {
    int rank = Math.max(left.rank(), right.rank());
    int[] extents = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int a = extentFromEnd(left, rank - axis);
      int b = extentFromEnd(right, rank - axis);
      if (a != b && a != 1 && b != 1) {
        throw node.malformed("shapes " + left + " and " + right, "shapes that broadcast");
      }
      extents[axis] = a == 1 ? b : a;
    }
    return Shape.of(extents);
  }

  private static int extentFromEnd(Shape shape, int fromEnd) {
    return fromEnd > shape.rank() ? 1 : shape.extent(-fromEnd);
  }

  private static int[] sources(Shape from, Shape to) {
    int[] sources = new int[to.elementCount()];
    for (int i = 0; i < sources.length; i++) {
      int rest = i;
      int stride = 1;
      for (int fromEnd = 1; fromEnd <= from.rank(); fromEnd++) {
        int position = rest % to.extent(-fromEnd);
        rest /= to.extent(-fromEnd);
        sources[i] += from.extent(-fromEnd) == 1 ? 0 : position * stride;
        stride *= from.extent(-fromEnd);
      }
    }
    return sources;
  }

  private static void unary(
      Map<String, Folding.Fold> table, String op, DoubleUnaryOperator operation) {
    table.put(
        op,
        (node, context, inputs) ->
            ofFloats(inputs.get(0), inputs.get(0), (x, same) -> operation.applyAsDouble(x)));
  }

  private static Constant cast(OnnxNode node, Constant data) {
    long to = node.integer("to", 0);
    if (ElementTypes.isFloat(to)) {
      return data.isInteger() ? Constant.ofFloats(data.shape(), data.tensor().data()) : data;
    }
    if (to == DataType.INT64_VALUE || to == DataType.INT32_VALUE) {
      return data.isInteger() ? data : Constant.ofLongs(data.shape(), data.integers());
    }
    throw node.unsupported("a cast to " + ElementTypes.name(to), "float, int32 or int64");
  }

  private static Constant product(OnnxNode node, Constant data) {
    if (node.has("axes") && data.shape().rank() > 1) {
      throw node.unsupported("axes", "the product of a whole vector");
    }
    long product = 1;
    for (long factor : data.integers()) {
      product = Math.multiplyExact(product, factor);
    }
    Shape shape = node.flag("keepdims", true) ? Shape.of(1) : Shape.of();
    return Constant.ofLongs(shape, new long[] {product});
  }
}
