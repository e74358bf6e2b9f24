package io.skipscope.viewer.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What was opened lately, the latest first. Immutable.
 *
 * @param models as they were asked for: paths or names
 * @param pictures paths
 */
public record Recent(List<String> models, List<String> pictures) {
  public static final Recent NONE = new Recent(List.of(), List.of());
  private static final int KEPT = 8;

  public Recent {
    models = List.copyOf(models);
    pictures = List.copyOf(pictures);
  }

  public Recent withModel(String source) {
    return new Recent(first(source, models), pictures);
  }

  public Recent withPicture(String path) {
    return new Recent(models, first(path, pictures));
  }

  private static List<String> first(String newest, List<String> others) {
    List<String> all = new ArrayList<>(List.of(newest));
    others.stream().filter(other -> !other.equals(newest)).limit(KEPT - 1).forEach(all::add);
    return all;
  }
}
