package io.skipscope.samples;

import io.skipscope.Model;
import io.skipscope.Prediction;
import io.skipscope.Session;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.ScaleBranch.Branch;
import io.skipscope.image.Pictures;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import java.nio.file.Path;

/**
 * What each shortcut of a network is worth for one picture: the prediction once a block's shortcut
 * is cut, and once its residual branch F is dropped instead.
 */
public final class CutShortcuts {
  private CutShortcuts() {}

  /**
   * @param args a model (file or zoo name) and a picture
   */
  public static void main(String[] args) {
    Model model = Model.open(args[0], null, Job.unwatched());
    Tensor input = Preprocessor.toTensor(Pictures.read(Path.of(args[1])), model.inputSpec());
    System.out.printf("%-16s %s%n", "unchanged", answer(model, input));
    for (ResidualBlock block : model.graph().blocks()) {
      if (block.hasShortcut()) {
        Model cut = model.edited(new ScaleBranch(block.name(), Branch.SHORTCUT, 0));
        Model dropped = model.edited(new ScaleBranch(block.name(), Branch.RESIDUAL, 0));
        System.out.printf(
            "%-16s without s: %-28s without F: %s%n",
            block.name(), answer(cut, input), answer(dropped, input));
      }
    }
  }

  private static String answer(Model model, Tensor input) {
    try (Session session = Session.open(model)) {
      Prediction best = Prediction.top(model, session.run(input).output(), 1).get(0);
      return String.format("%s %.3f", best.label(), best.probability());
    }
  }
}
