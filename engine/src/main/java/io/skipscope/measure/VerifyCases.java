package io.skipscope.measure;

import static io.skipscope.tensor.Layout.NCHW;
import static io.skipscope.tensor.Layout.NCHWC8;

import io.skipscope.graph.Activation;
import io.skipscope.graph.AddAttributes;
import io.skipscope.graph.Attributes;
import io.skipscope.graph.Epilogue;
import io.skipscope.graph.Node;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.op.conv.ConvChainAttributes;
import io.skipscope.op.conv.ExpandDepthwise;
import io.skipscope.op.layout.ReorderAttributes;
import io.skipscope.op.movement.ConcatAttributes;
import io.skipscope.op.movement.PadAttributes;
import io.skipscope.op.movement.ReshapeAttributes;
import io.skipscope.op.movement.ResizeAttributes;
import io.skipscope.op.movement.SliceAttributes;
import io.skipscope.op.movement.TransposeAttributes;
import io.skipscope.op.norm.BatchNormAttributes;
import io.skipscope.op.pool.PoolAttributes;
import io.skipscope.op.pool.ReduceAttributes;
import io.skipscope.op.softmax.SoftmaxAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The fixed cases of {@code verify}: for every operator shapes that are awkward to kernels, such as
 * channels that are no multiple of 4, maps of one pixel, odd sides and several images.
 */
final class VerifyCases {
  private static final long SEED = 20151210;
  private static final Map<String, Float> FACTORS = Map.of("branch", 0.5f, "shortcut", -2f);

  private final List<VerifyCase> cases = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(SEED);

  private VerifyCases() {}

  /** The same cases with the same numbers every time. */
  static List<VerifyCase> all() {
    VerifyCases all = new VerifyCases();
    all.convolutions();
    all.expandDepthwise();
    all.convChains();
    all.epilogues();
    all.elementwise();
    all.pools();
    all.linear();
    all.movement();
    return List.copyOf(all.cases);
  }

  private void convolutions() {
    ConvAttributes square = ConvAttributes.of(1, 1, 1);
    conv("3x3", square, Shape.of(2, 5, 9, 7), Shape.of(6, 5, 3, 3));
    conv("3x3, many channels", square, Shape.of(2, 33, 9, 10), Shape.of(35, 33, 3, 3));
    conv("3x3, small maps", square, Shape.of(1, 40, 7, 7), Shape.of(32, 40, 3, 3));
    conv(
        "3x3, stride 2", ConvAttributes.of(2, 1, 1), Shape.of(1, 8, 12, 11), Shape.of(16, 8, 3, 3));
    conv("7x7, stride 2", ConvAttributes.of(2, 3, 1), Shape.of(1, 3, 12, 11), Shape.of(8, 3, 7, 7));
    conv("pointwise", ConvAttributes.of(1, 0, 1), Shape.of(3, 19, 7, 5), Shape.of(13, 19, 1, 1));
    conv(
        "pointwise, stride 2",
        ConvAttributes.of(2, 0, 1),
        Shape.of(1, 8, 9, 9),
        Shape.of(4, 8, 1, 1));
    conv(
        "pointwise, one pixel",
        ConvAttributes.of(1, 0, 1),
        Shape.of(2, 33, 1, 1),
        Shape.of(7, 33, 1, 1));
    conv("depthwise", ConvAttributes.of(1, 1, 11), Shape.of(2, 11, 9, 12), Shape.of(11, 1, 3, 3));
    conv(
        "depthwise, stride 2",
        ConvAttributes.of(2, 1, 8),
        Shape.of(1, 8, 11, 8),
        Shape.of(8, 1, 3, 3));
    conv("groups", ConvAttributes.of(1, 1, 3), Shape.of(1, 6, 8, 8), Shape.of(9, 2, 3, 3));
    conv("thin groups", ConvAttributes.of(1, 1, 10), Shape.of(2, 40, 7, 6), Shape.of(30, 4, 3, 3));
    ConvAttributes far = new ConvAttributes(1, 1, 36, 36, 36, 36, 36, 36, 1);
    conv("taps far apart", far, Shape.of(1, 8, 6, 9), Shape.of(16, 8, 3, 3));
    ConvAttributes uneven = new ConvAttributes(3, 1, 0, 2, 1, 0, 2, 3, 1);
    conv("uneven pads, dilation", uneven, Shape.of(1, 4, 11, 12), Shape.of(5, 4, 2, 3));
  }

  private void expandDepthwise() {
    expandDepthwise(
        "stride 1", ConvAttributes.of(1, 1, 35), tensor(2, 6, 9, 10), tensor(35, 1, 3, 3));
    ConvAttributes uneven = new ConvAttributes(2, 3, 2, 0, 1, 3, 1, 1, 17);
    expandDepthwise("5x4, uneven", uneven, tensor(1, 11, 13, 8), tensor(17, 1, 5, 4));
  }

  private void expandDepthwise(
      String description, ConvAttributes attributes, Tensor x, Tensor weight) {
    int channels = attributes.groups();
    Tensor expandWeight = tensor(channels, x.shape().channels(), 1, 1);
    Node node =
        ExpandDepthwise.node(
            "node", List.of("x0", "x1", "x2", "x3"), "y", Activation.RELU6, attributes);
    Epilogue epilogue = Epilogue.NONE.withBias("bias").withActivation(Activation.RELU6);
    add(
        description,
        node.op(),
        node.attributes(),
        epilogue,
        x,
        expandWeight,
        weight,
        tensor(channels));
  }

  private void convChains() {
    convChain("blocks", 4, tensor(1, 16, 17, 15));
    convChain("several images, a part of a block before", 3, tensor(2, 16, 9, 10));
    Tensor x = tensor(2, 16, 13, 16);
    add(
        "stride 2 before",
        "ConvChain",
        ConvChainAttributes.of(3, Activation.RELU).downsampling(8),
        x,
        x,
        tensor(96, 32, 3, 3),
        tensor(96),
        tensor(32, 16, 3, 3),
        tensor(32));
    ConvChainAttributes first = ConvChainAttributes.of(2, Activation.RELU);
    ConvChainAttributes later = ConvChainAttributes.of(1, Activation.RELU).downsampling(0);
    add(
        "two stages",
        "ConvChain",
        first.then(later),
        tensor(2, 16, 11, 9),
        tensor(2, 16, 11, 9),
        tensor(32, 16, 3, 3),
        tensor(32),
        tensor(32, 32, 3, 3),
        tensor(32),
        tensor(32, 16, 3, 3),
        tensor(32));
  }

  private void convChain(String description, int steps, Tensor x) {
    int channels = x.shape().channels();
    add(
        description,
        "ConvChain",
        ConvChainAttributes.of(steps, Activation.RELU),
        x,
        tensor(x.shape()),
        tensor(steps * channels, channels, 3, 3),
        tensor(steps * channels));
  }

  private void conv(String description, ConvAttributes attributes, Shape x, Shape weight) {
    add(description, "Conv", attributes, Epilogue.NONE, tensor(x), tensor(weight));
  }

  private void epilogues() {
    Epilogue biased = Epilogue.NONE.withBias("bias");
    Epilogue fused = biased.withResidual("residual", null, null).withActivation(Activation.RELU);
    Epilogue scaled = biased.withResidual("residual", "branch", "shortcut");
    Epilogue stored =
        fused.withStore(Epilogue.Step.BIASED, "biased").withStore(Epilogue.Step.SUM, "sum");
    convWith("bias and relu6", biased.withActivation(Activation.RELU6));
    convWith("bias, sum and relu", fused);
    convWith("bias and scaled sum", scaled);
    convWith("every tap stored", stored);
  }

  private void convWith(String description, Epilogue epilogue) {
    Shape x = Shape.of(2, 5, 6, 7);
    add(description, "Conv", ConvAttributes.of(1, 1, 1), epilogue, tensor(x), tensor(5, 5, 3, 3));
  }

  private void elementwise() {
    for (Activation.Kind kind : Activation.Kind.values()) {
      Activation activation = new Activation(kind, kind == Activation.Kind.CLIP ? 0 : 0.2f, 0.5f);
      add(kind.name(), "Activation", new ActivationAttributes(activation), tensor(2, 5, 3, 7));
    }
    for (String op : List.of("Add", "Sub", "Mul", "Div")) {
      add("same shape", op, Attributes.NONE, tensor(2, 5, 3, 7), awayFromZero(2, 5, 3, 7));
      add("one per map", op, Attributes.NONE, tensor(2, 5, 3, 7), awayFromZero(2, 5, 1, 1));
    }
    add("whole blocks", "Div", Attributes.NONE, tensor(2, 8, 3, 7), awayFromZero(2, 8, 1, 1));
    AddAttributes scaled = new AddAttributes("branch", "shortcut");
    add("scaled", "Add", scaled, tensor(1, 3, 4, 5), tensor(1, 3, 4, 5));
    add(
        "running statistics",
        "BatchNorm",
        new BatchNormAttributes(1e-5f),
        tensor(2, 7, 5, 3),
        tensor(7),
        tensor(7),
        tensor(7),
        awayFromZero(7));
    add("classes", "Softmax", new SoftmaxAttributes(1), tensor(3, 21));
    add("many classes", "Softmax", new SoftmaxAttributes(1), tensor(2, 301));
    add("channels", "Softmax", new SoftmaxAttributes(1), tensor(2, 5, 3, 4));
  }

  private void pools() {
    PoolAttributes square = PoolAttributes.square(3, 2, 1);
    PoolAttributes uneven = new PoolAttributes(2, 3, 2, 1, 0, 1, 1, 0, 1, 1, true, true);
    for (String op : List.of("MaxPool", "AveragePool")) {
      add("3x3, stride 2", op, square, tensor(2, 5, 12, 9));
      add("uneven pads, ceil", op, uneven, tensor(1, 3, 8, 7));
    }
    add("odd maps", "GlobalAveragePool", Attributes.NONE, tensor(2, 11, 7, 5));
    add("large maps", "GlobalAveragePool", Attributes.NONE, tensor(1, 3, 17, 16));
    add("odd maps", "GlobalMaxPool", Attributes.NONE, tensor(2, 11, 7, 5));
    add(
        "all but the first axis",
        "ReduceMean",
        new ReduceAttributes(1, 3, false),
        tensor(2, 7, 6, 9));
    ReduceAttributes maps = new ReduceAttributes(2, 3, false);
    add("height and width", "ReduceMean", maps, tensor(2, 6, 5, 4));
    add("height and width, whole blocks", "ReduceMean", maps, tensor(2, 16, 5, 4));
  }

  private void linear() {
    Epilogue biased = Epilogue.NONE.withBias("bias");
    add("with bias", "Gemm", Attributes.NONE, biased, tensor(3, 37), tensor(10, 37));
    add("one row", "Gemm", Attributes.NONE, Epilogue.NONE, tensor(1, 64), tensor(7, 64));
    add("batch of matrices", "MatMul", Attributes.NONE, tensor(2, 3, 5), tensor(2, 5, 4));
  }

  private void movement() {
    add("channels", "Concat", new ConcatAttributes(1), tensor(2, 3, 4, 5), tensor(2, 1, 4, 5));
    add("to batch x all", "Reshape", new ReshapeAttributes.Flatten(1), tensor(2, 3, 4, 5));
    add("maps", "ResizeNearest", ResizeAttributes.nearest(2, 3), tensor(1, 3, 4, 5));
    add(
        "NCHW to NHWC",
        "Transpose",
        new TransposeAttributes(List.of(0, 2, 3, 1)),
        tensor(2, 3, 4, 5));
    SliceAttributes everySecond =
        SliceAttributes.of(
            new SliceAttributes.Range(2, 0, Integer.MAX_VALUE, 2),
            new SliceAttributes.Range(3, 0, Integer.MAX_VALUE, 2));
    add("every second pixel", "Slice", everySecond, tensor(2, 3, 7, 6));
    add("whole blocks", "Concat", new ConcatAttributes(1), tensor(2, 8, 4, 5), tensor(2, 3, 4, 5));
    PadAttributes blocks = PadAttributes.zeros(List.of(0, 8, 0, 0), List.of(0, 8, 0, 0));
    add("blocks of channels", "Pad", blocks, tensor(2, 16, 3, 5));
    add("into blocks", "Reorder", new ReorderAttributes(NCHW, NCHWC8), tensor(2, 11, 3, 5));
    add("out of blocks", "Reorder", new ReorderAttributes(NCHWC8, NCHW), tensor(2, 11, 3, 5));
    PadAttributes zeros = PadAttributes.zeros(List.of(0, 2, 0, 1), List.of(0, 2, 1, 0));
    add("channels and maps", "Pad", zeros, tensor(2, 4, 3, 5));
  }

  private void add(String description, String op, Attributes attributes, Tensor... inputs) {
    add(description, op, attributes, Epilogue.NONE, inputs);
  }

  /** Inputs are called x0, x1, ...; what the epilogue reads is made to fit the output. */
  private void add(
      String description, String op, Attributes attributes, Epilogue epilogue, Tensor... inputs) {
    Map<String, Tensor> values = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      names.add("x" + i);
      values.put("x" + i, inputs[i]);
    }
    Node plain = new Node("node", op, names, "y", attributes);
    Shape output = new VerifyCase(description, plain, values, FACTORS).context().output();
    if (epilogue.bias() != null) {
      values.put(epilogue.bias(), tensor(output.channels()));
    }
    if (epilogue.residual() != null) {
      values.put(epilogue.residual(), tensor(output));
    }
    cases.add(new VerifyCase(description, plain.withEpilogue(epilogue), values, FACTORS));
  }

  private Tensor tensor(int... extents) {
    return tensor(Shape.of(extents));
  }

  /** Numbers between -1 and 1. */
  private Tensor tensor(Shape shape) {
    Tensor tensor = Tensor.zeros(shape);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = (float) (random.nextDouble() * 2 - 1);
    }
    return tensor;
  }

  /** Numbers between 0.5 and 1.5, for divisors and variances. */
  private Tensor awayFromZero(int... extents) {
    Tensor tensor = tensor(extents);
    for (int i = 0; i < tensor.data().length; i++) {
      tensor.data()[i] = tensor.data()[i] / 2 + 1;
    }
    return tensor;
  }
}
