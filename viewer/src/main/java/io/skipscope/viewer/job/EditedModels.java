package io.skipscope.viewer.job;

import io.skipscope.Model;
import io.skipscope.Session;
import io.skipscope.graph.ResidualBlock;
import io.skipscope.graph.edit.Edit;
import io.skipscope.graph.edit.ScaleBranch;
import io.skipscope.graph.edit.ScaleBranch.Branch;
import io.skipscope.viewer.state.Changes;
import io.skipscope.viewer.state.Scales;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a session run a model with changes; keeps the last few edited models, so that their plans
 * are found again.
 *
 * <p>In an edited model both branches of every block have a factor: scaling any of them, or another
 * one later, is a number and neither plans nor compiles anew. So is undoing that: a session that
 * has run an edited model runs the one as opened with factors of 1, which give the same numbers.
 */
final class EditedModels {
  private static final int KEPT = 4;

  private record Key(Model model, List<Edit> structural) {}

  private final Map<Key, Model> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Model> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param model as opened, the one that {@code session} has or had before it was edited
   * @throws io.skipscope.error.GraphException if a change does not fit the model
   */
  void prepare(Session session, Model model, Changes changes) {
    boolean neverEdited = changes.leaveNetwork() && session.model() == model;
    Model wanted = neverEdited ? model : edited(model, changes);
    if (session.model() != wanted) {
      session.replaceModel(wanted);
    }
    for (ScaleBranch factor : factors(model, changes)) {
      session.setFactor(factor.factorName(), factor.scale());
    }
  }

  private Model edited(Model model, Changes changes) {
    Key key = new Key(model, changes.structural());
    Model known = kept.get(key);
    if (known == null) {
      List<Edit> edits = new ArrayList<>(factors(model, Changes.NONE));
      edits.addAll(key.structural());
      known = model.edited(edits);
      kept.put(key, known);
    }
    return known;
  }

  /** A model with the changes in its graph, for a run in which none of them is changed. */
  static Model alone(Model model, Changes changes) {
    List<Edit> edits = new ArrayList<>(factors(model, changes));
    edits.removeIf(edit -> edit instanceof ScaleBranch factor && factor.scale() == 1);
    edits.addAll(changes.structural());
    return edits.isEmpty() ? model : model.edited(edits);
  }

  private static List<ScaleBranch> factors(Model model, Changes changes) {
    List<ScaleBranch> factors = new ArrayList<>();
    for (ResidualBlock block : model.graph().blocks()) {
      if (block.hasShortcut()) {
        Scales scales = changes.scalesOf(block.name());
        factors.add(new ScaleBranch(block.name(), Branch.RESIDUAL, scales.residual()));
        factors.add(new ScaleBranch(block.name(), Branch.SHORTCUT, scales.shortcut()));
      }
    }
    return factors;
  }
}
