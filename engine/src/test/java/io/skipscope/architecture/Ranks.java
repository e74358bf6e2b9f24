package io.skipscope.architecture;

import java.util.Map;

/**
 * The rank of each package below a root: it imports only packages of lower ranks.
 *
 * <p>A part is a package with all of its sub-packages; the two kinds of device are parts of their
 * own. Exceptions lie below everything, so that each package may throw them.
 *
 * @param root the package that the parts lie in, such as {@code io.skipscope}
 */
record Ranks(String root) {
  private static final String FACADE = "";
  private static final Map<String, Integer> BY_PART =
      Map.ofEntries(
          Map.entry("error", -1),
          Map.entry("job", 0),
          Map.entry("tensor", 0),
          Map.entry("kernels", 0),
          Map.entry("graph", 1),
          Map.entry("device", 1),
          Map.entry("op", 2),
          Map.entry("tap", 2),
          Map.entry("zoo", 3),
          Map.entry("image", 3),
          Map.entry("pass", 3),
          Map.entry("device.opencl", 3),
          Map.entry("device.cpu", 3),
          Map.entry("load", 4),
          Map.entry("tune", 4),
          Map.entry("plan", 4),
          Map.entry("schedule", 4),
          Map.entry("run", 5),
          Map.entry("train", 6),
          Map.entry("measure", 6),
          Map.entry("lab", 7),
          Map.entry(FACADE, 8),
          Map.entry("cli", 9),
          Map.entry("viewer", 9));

  boolean contains(String packageName) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }

  /** The part that a package belongs to, such as {@code op} for {@code io.skipscope.op.conv}. */
  String part(String packageName) {
    String[] names = below(packageName).split("\\.");
    String two = names.length > 1 ? names[0] + "." + names[1] : names[0];
    return BY_PART.containsKey(two) ? two : names[0];
  }

  /** The name of a package inside of its part: {@code conv} for {@code io.skipscope.op.conv}. */
  String family(String packageName) {
    String rest = below(packageName).substring(part(packageName).length());
    return rest.isEmpty() ? rest : rest.substring(1);
  }

  boolean isRanked(String part) {
    return BY_PART.containsKey(part);
  }

  /** Whether one part may import another. */
  boolean allows(String origin, String target) {
    return origin.equals(target) || BY_PART.get(target) < BY_PART.get(origin);
  }

  private String below(String packageName) {
    return packageName.equals(root) ? FACADE : packageName.substring(root.length() + 1);
  }
}
