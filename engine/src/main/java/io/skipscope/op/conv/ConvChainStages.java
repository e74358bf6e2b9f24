package io.skipscope.op.conv;

import io.skipscope.graph.Node;
import io.skipscope.op.NodeContext;
import io.skipscope.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stages of a {@link ConvChain} as chains of one stage each. What lies between two of them is
 * no value of the graph.
 */
final class ConvChainStages {
  private final NodeContext chain;
  private final Map<String, Shape> results = new HashMap<>();

  private ConvChainStages(NodeContext chain) {
    this.chain = chain;
  }

  /**
   * In running order.
   *
   * @throws io.skipscope.error.GraphException if the shapes of a stage do not fit each other
   */
  static List<NodeContext> of(NodeContext chain) {
    return new ConvChainStages(chain).all();
  }

  private List<NodeContext> all() {
    Node node = chain.node();
    ConvChainAttributes attributes = (ConvChainAttributes) node.attributes();
    int last = attributes.stages().size() - 1;
    List<NodeContext> stages = new ArrayList<>();
    List<String> maps = node.inputs().subList(0, ConvChain.MAPS);
    int parameter = ConvChain.MAPS;
    for (int i = 0; i <= last; i++) {
      ConvStage stage = attributes.stages().get(i);
      List<String> inputs = new ArrayList<>(maps);
      inputs.addAll(node.inputs().subList(parameter, parameter + stage.parameters()));
      String result = i == last ? node.output() : node.output() + "#stage " + i;
      ConvChainAttributes alone = ConvChainAttributes.of(stage, attributes.activation());
      stages.add(context(ConvChain.node(node.name(), inputs, result, alone)));
      maps = List.of(result, result);
      parameter += stage.parameters();
    }
    return stages;
  }

  private NodeContext context(Node stage) {
    NodeContext context =
        new NodeContext(
            stage,
            name -> results.containsKey(name) ? results.get(name) : chain.shapes().apply(name),
            name -> !results.containsKey(name) && chain.stored().test(name),
            chain.tuning());
    results.put(stage.output(), ConvChain.stageShape(context));
    return context;
  }
}
