package io.skipscope.viewer.state;

import io.skipscope.Prediction;
import io.skipscope.graph.Node;
import io.skipscope.image.InputSpec;
import io.skipscope.image.Picture;
import io.skipscope.tap.TapFrame;
import io.skipscope.tensor.Tensor;
import io.skipscope.viewer.layout.CardPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One finished run: the maps of one block, and the answer.
 *
 * @param block the block's index in the model's list
 * @param plan the values that were tapped, as the card shows them; null for a model without blocks
 * @param frames by tap name
 * @param input the numbers that the network received
 * @param seen the same as a picture
 * @param predictions the most probable classes, the best first
 * @param changes in what the network differed from the opened one
 * @param unchanged what the network as opened answers for the same picture: all classes
 * @param device where it ran
 * @param recoveries what was done in another way because a device failed, one line each
 * @param elapsedNanos from handing over the input to holding the taps
 */
public record BlockRun(
    OpenModel model,
    int block,
    CardPlan plan,
    Map<String, TapFrame> frames,
    Tensor input,
    Picture seen,
    List<Prediction> predictions,
    Changes changes,
    List<Prediction> unchanged,
    String device,
    List<String> recoveries,
    long elapsedNanos) {
  public BlockRun {
    frames = Map.copyOf(frames);
    predictions = List.copyOf(predictions);
    unchanged = List.copyOf(unchanged);
    recoveries = List.copyOf(recoveries);
  }

  /** How the picture was fed to the network. */
  public InputSpec inputSpec() {
    return changes.input().normalising(model.inputSpec());
  }

  public boolean hasBlock() {
    return plan != null;
  }

  /** Whether the maps of both look the same: whatever they answered, and however fast. */
  public boolean looksLike(BlockRun other) {
    return model == other.model
        && block == other.block
        && frames.equals(other.frames)
        && changes.equals(other.changes);
  }

  /** This run with an answer. */
  public BlockRun answered(List<Prediction> answer, List<Prediction> asOpened) {
    return new BlockRun(
        model,
        block,
        plan,
        frames,
        input,
        seen,
        answer,
        changes,
        asOpened,
        device,
        recoveries,
        elapsedNanos);
  }

  /** This run with what is known of it once it has ended. */
  public BlockRun ranOn(String usedDevice, List<String> newRecoveries, long nanos) {
    return new BlockRun(
        model,
        block,
        plan,
        frames,
        input,
        seen,
        predictions,
        changes,
        unchanged,
        usedDevice,
        newRecoveries,
        nanos);
  }

  /** What all runs of this block of a network that was changed like this have in common. */
  public BlockRun bare() {
    return new BlockRun(
        model, block, plan, Map.of(), null, null, List.of(), changes, List.of(), "", List.of(), 0);
  }

  /**
   * Whether only what a change alters was computed: the rest is that of an earlier run, whose time
   * is not counted in {@link #elapsedNanos}.
   */
  public boolean isPartial() {
    return frames.values().stream().mapToLong(TapFrame::frame).distinct().count() > 1;
  }

  /** This run with other maps. */
  public BlockRun withFrames(Map<String, TapFrame> others) {
    return new BlockRun(
        model,
        block,
        plan,
        others,
        input,
        seen,
        predictions,
        changes,
        unchanged,
        device,
        recoveries,
        elapsedNanos);
  }

  /** What the list says of the block. */
  public BlockSummary summary() {
    return model.blocks().get(block);
  }

  public Optional<TapFrame> frame(String tap) {
    return Optional.ofNullable(frames.get(tap));
  }

  /** The graph's name of a tapped value. */
  public String valueOf(String tap) {
    String ofBlock = hasBlock() ? plan.block().taps().get(tap) : null;
    return ofBlock != null
        ? ofBlock
        : model.graph().nodes().stream()
            .filter(node -> node.name().equals(tap))
            .map(Node::output)
            .findFirst()
            .orElse(tap);
  }

  /** The numbers of a value by the graph's name; null where it was not tapped. */
  public Tensor numbers(String value) {
    if (model.graph().inputs().contains(value)) {
      return input;
    }
    return frames.values().stream()
        .filter(frame -> valueOf(frame.name()).equals(value))
        .map(TapFrame::tensor)
        .findFirst()
        .orElse(null);
  }

  /** How probable the network as opened finds a class; NaN where it does not give classes. */
  public float probabilityUnchanged(int index) {
    return unchanged.stream()
        .filter(prediction -> prediction.index() == index)
        .map(Prediction::probability)
        .findFirst()
        .orElse(Float.NaN);
  }

  /** Channels of the widest value that was tapped, 0 without one. */
  public int widestChannels() {
    return frames.values().stream()
        .map(TapFrame::shape)
        .mapToInt(shape -> shape.rank() < 2 ? 1 : shape.channels())
        .max()
        .orElse(0);
  }
}
