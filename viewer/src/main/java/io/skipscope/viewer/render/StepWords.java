package io.skipscope.viewer.render;

import io.skipscope.graph.Graph;
import io.skipscope.graph.Node;
import io.skipscope.op.activation.ActivationAttributes;
import io.skipscope.op.conv.ConvAttributes;
import io.skipscope.tensor.Shape;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.text.Text;

/** What the card writes above a tile. */
public final class StepWords {
  private final Graph graph;
  private final CardPlan plan;

  public StepWords(Graph graph, CardPlan plan) {
    this.graph = graph;
    this.plan = plan;
  }

  /** The name: x, s(x), or the node's own without the block's. */
  public String title(Step step) {
    return switch (step.role()) {
      case BRANCH -> shortName(step.node());
      default -> Text.of("step." + step.role());
    };
  }

  /**
   * The name in fewer and fewer letters: of an operator what it computes, as names of one block
   * often begin alike.
   */
  String[] titles(Step step) {
    return switch (step.role()) {
      case BRANCH -> new String[] {title(step), brief(step), brief(step).split(" ")[0]};
      case SUM -> new String[] {title(step), Text.of("step.SUM.title.brief")};
      default -> new String[] {title(step)};
    };
  }

  /** What is computed there. */
  public String detail(Step step) {
    return switch (step.role()) {
      case INPUT -> Text.of("step.INPUT.detail");
      case SHORTCUT -> Text.of(plan.block().shortcutKind());
      case RESIDUAL -> Text.of("step.RESIDUAL.detail", shortName(step.node()), full(step.node()));
      case SUM ->
          Text.of(
              plan.step(Role.OUTPUT).isPresent() ? "step.SUM.detail" : "step.SUM_OUTPUT.detail");
      case OUTPUT -> plan.block().hasShortcut() ? full(step.node()) : Text.of("step.SAME");
      default -> full(step.node());
    };
  }

  /** Likewise, without the operator's name. */
  String unnamed(Step step) {
    return step.role() == Role.RESIDUAL ? full(step.node()) : detail(step);
  }

  /** Likewise, in as few words as can be. */
  String brief(Step step) {
    return switch (step.role()) {
      case INPUT -> Text.of("step.INPUT.brief");
      case SHORTCUT -> Text.of("list.shortcut." + plan.block().shortcutKind());
      case BRANCH, RESIDUAL -> operation(step.node(), "op.brief.");
      default -> detail(step);
    };
  }

  /** Such as {@code 64×56×56}. */
  public static String shape(Shape shape) {
    String text = shape.toString();
    return (shape.rank() > 1 ? text.substring(text.indexOf('x') + 1) : text).replace('x', '×');
  }

  /** Such as {@code 64×56²} for square maps. */
  static String briefShape(Shape shape) {
    boolean square = shape.rank() == 4 && shape.height() == shape.width();
    return square ? shape.channels() + "×" + shape.height() + "²" : shape(shape);
  }

  /** Such as {@code 64×…}: the channels, and that there is more. */
  static String briefestShape(Shape shape) {
    return shape.rank() == 4 ? shape.channels() + "×…" : shape(shape);
  }

  private String shortName(Node node) {
    String prefix = plan.block().name() + ".";
    return node.name().startsWith(prefix) ? node.name().substring(prefix.length()) : node.name();
  }

  private String full(Node node) {
    return operation(node, "op.");
  }

  /**
   * @param form the keys under which words of that length are
   */
  private String operation(Node node, String form) {
    if (node.attributes() instanceof ActivationAttributes activation) {
      return activation.activation().toString();
    }
    if (node.attributes() instanceof ConvAttributes conv) {
      return convolution(node, conv, form);
    }
    return node.op().equals("BatchNorm") ? Text.of(form + "BatchNorm") : node.op();
  }

  private String convolution(Node node, ConvAttributes conv, String form) {
    Shape weight = graph.shape(node.input(1));
    boolean depthwise = conv.groups() > 1 && conv.groups() == graph.shape(node.input(0)).channels();
    String kind = depthwise ? "depthwise" : conv.groups() > 1 ? "grouped" : "conv";
    String text = Text.of(form + kind, weight.extent(2), weight.extent(3), conv.groups());
    return conv.strideH() > 1 ? Text.of(form + "strided", text, conv.strideH()) : text;
  }
}
