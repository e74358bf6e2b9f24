package io.skipscope.image;

import io.skipscope.error.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A data set of pictures in one folder per class, in a folder or in a ZIP file that stays packed.
 *
 * <p>Known forms: {@code CLASS/PICTURE}, {@code SPLIT/CLASS/PICTURE}, and both below one outer
 * folder; splits are called train, val, validation or test. Any thread may read pictures.
 */
public final class LabelledPictures implements AutoCloseable {
  private static final Set<String> SPLITS = Set.of("train", "val", "validation", "test");
  private static final List<String> PREFERRED_SPLITS = List.of("test", "val", "validation");

  /**
   * One picture.
   *
   * @param path inside the data set
   * @param label its class, an index into {@link #classes}
   */
  public record Entry(String path, int label) {}

  private final PictureArchive archive;
  private final String name;
  private final List<String> classes;
  private final List<Entry> entries;

  private LabelledPictures(
      PictureArchive archive, String name, List<List<String>> paths, int classAt) {
    this.archive = archive;
    this.name = name;
    classes =
        List.copyOf(
            paths.stream().map(p -> p.get(classAt)).collect(Collectors.toCollection(TreeSet::new)));
    entries =
        paths.stream()
            .map(p -> new Entry(String.join("/", p), classes.indexOf(p.get(classAt))))
            .toList();
  }

  /**
   * Lists the pictures of a data set.
   *
   * @param split null for test, else val, else everything
   * @throws InputException if there is no such file, split, or no picture in a class folder
   */
  public static LabelledPictures open(Path folderOrZip, String split) {
    PictureArchive archive = PictureArchive.open(folderOrZip);
    try {
      return list(archive, folderOrZip.toString(), split);
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  static LabelledPictures list(PictureArchive archive, String where, String split) {
    List<List<String>> paths =
        archive.paths().stream().sorted().map(p -> List.of(p.split("/"))).toList();
    int outer = outerFolders(paths);
    boolean hasSplits = paths.stream().allMatch(p -> isSplit(p, outer)) && !paths.isEmpty();
    if (hasSplits) {
      paths = ofSplit(paths, outer, where, split);
    } else if (split != null) {
      throw new InputException(
          where, "no splits", "folders train, val or test, or no --split for everything");
    }
    int classAt = hasSplits ? outer + 1 : outer;
    List<List<String>> inClasses = paths.stream().filter(p -> p.size() > classAt + 1).toList();
    if (inClasses.isEmpty()) {
      throw new InputException(
          where, "no picture in a folder of its class", "CLASS/PICTURE or SPLIT/CLASS/PICTURE");
    }
    return new LabelledPictures(archive, where, inClasses, classAt);
  }

  /** How many folders surround everything else. */
  private static int outerFolders(List<List<String>> paths) {
    int depth = 0;
    while (!paths.isEmpty() && sharedFolder(paths, depth) && !isSplit(paths.get(0), depth)) {
      depth++;
    }
    return depth;
  }

  /** Whether all paths go through one folder, below which there are class folders still. */
  private static boolean sharedFolder(List<List<String>> paths, int depth) {
    return paths.stream()
        .allMatch(p -> p.size() > depth + 2 && p.get(depth).equals(paths.get(0).get(depth)));
  }

  private static boolean isSplit(List<String> path, int depth) {
    return path.size() > depth + 2 && SPLITS.contains(path.get(depth));
  }

  private static List<List<String>> ofSplit(
      List<List<String>> paths, int depth, String where, String wanted) {
    Set<String> present =
        paths.stream().map(p -> p.get(depth)).collect(Collectors.toCollection(TreeSet::new));
    if (wanted != null && !present.contains(wanted)) {
      throw new InputException(where, "no split " + wanted, "one of " + String.join(", ", present));
    }
    String chosen =
        wanted != null
            ? wanted
            : PREFERRED_SPLITS.stream().filter(present::contains).findFirst().orElse(null);
    return paths.stream().filter(p -> chosen == null || p.get(depth).equals(chosen)).toList();
  }

  /** Names in alphabetical order. */
  public List<String> classes() {
    return classes;
  }

  /** All pictures, in the order of their paths. */
  public List<Entry> entries() {
    return entries;
  }

  /** As many pictures, evenly spread over all; all of them if there are no more. */
  public List<Entry> spread(int count) {
    return Spread.over(entries, count);
  }

  /**
   * @throws InputException if the picture can no longer be read
   */
  public Picture read(Entry entry) {
    return archive.picture(entry.path(), name);
  }

  @Override
  public void close() {
    archive.close();
  }
}
