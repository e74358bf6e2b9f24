package io.skipscope.lab;

import io.skipscope.job.Job;
import io.skipscope.tensor.Shape;
import io.skipscope.tensor.Tensor;
import java.util.Arrays;

/**
 * Measures what part of a picture a number depends on, by forward passes alone: each patch in turn
 * is hidden behind the picture's mean colour (Zeiler and Fergus 2014, "Visualizing and
 * understanding convolutional networks", section 4.2).
 *
 * <p>Pictures run in batches. A kernel may add up in another order at another place of a batch, so
 * the whole picture is run at each place too, and a change is one against the same place. One
 * thread.
 */
public final class Occlusion {
  /** Patches that show a field well, and take a few seconds. */
  public static final int USUAL_PATCHES = 256;

  private static final int BATCH = 8;

  private final ForwardPass network;
  private final Tensor picture;
  private final NumberPlace place;
  private final float[] mean;

  /**
   * @param network gives the value of {@code place}
   * @param picture [1, channels, height, width], normalised
   */
  public Occlusion(ForwardPass network, Tensor picture, NumberPlace place) {
    this.network = network;
    this.picture = picture;
    this.place = place;
    mean = means(picture);
  }

  /** How many patches were hidden; the steps of a run are not told, but can end it. */
  private record Progress(Job job, int patches) {
    Job at(int done) {
      tell(done);
      return new Job((step, stepsDone, steps) -> tell(done));
    }

    private void tell(int done) {
      job.progress("Hiding patches", done, patches);
    }
  }

  private static float[] means(Tensor picture) {
    Shape shape = picture.shape();
    int area = shape.height() * shape.width();
    float[] means = new float[shape.channels()];
    for (int c = 0; c < means.length; c++) {
      double sum = 0;
      for (int i = c * area; i < (c + 1) * area; i++) {
        sum += picture.data()[i];
      }
      means[c] = (float) (sum / area);
    }
    return means;
  }

  /**
   * Hides every patch once.
   *
   * @param box what the number can see, as {@link ReceptiveBox#of} gives it
   * @param mostPatches at least 9; more are smaller
   * @param job told of each batch
   * @throws io.skipscope.job.CancelledException between two launches
   */
  public MeasuredField measure(ReceptiveBox box, int mostPatches, Job job) {
    Shape shape = picture.shape();
    PatchGrid grid = PatchGrid.over(box, shape.height(), shape.width(), mostPatches);
    int patches = grid.rows() * grid.columns();
    Progress progress = new Progress(job, patches);
    float[] whole = numbers(batch(), progress.at(0));
    float[] change = new float[patches];
    for (int first = 0; first < patches; first += BATCH) {
      int count = Math.min(BATCH, patches - first);
      float[] hidden = numbers(hiding(grid, first, count), progress.at(first));
      for (int i = 0; i < count; i++) {
        change[first + i] = Math.abs(hidden[i] - whole[i]);
      }
    }
    progress.at(patches);
    return new MeasuredField(
        box.within(shape.height(), shape.width()), grid, whole[0], change, patches + 1);
  }

  /** The whole picture at each place. */
  private Tensor batch() {
    Shape one = picture.shape();
    float[] data = new float[BATCH * picture.data().length];
    for (int i = 0; i < BATCH; i++) {
      System.arraycopy(picture.data(), 0, data, i * picture.data().length, picture.data().length);
    }
    return new Tensor(Shape.of(BATCH, one.channels(), one.height(), one.width()), data);
  }

  private Tensor hiding(PatchGrid grid, int first, int count) {
    Tensor batch = batch();
    for (int i = 0; i < count; i++) {
      int patch = first + i;
      hide(batch, i, grid.patch(patch / grid.columns(), patch % grid.columns()));
    }
    return batch;
  }

  private void hide(Tensor batch, int index, ReceptiveBox patch) {
    Shape shape = batch.shape();
    for (int c = 0; c < shape.channels(); c++) {
      int map = (index * shape.channels() + c) * shape.height();
      for (int row = patch.top(); row < patch.bottom(); row++) {
        int start = (map + row) * shape.width();
        Arrays.fill(batch.data(), start + patch.left(), start + patch.right(), mean[c]);
      }
    }
  }

  /** The measured number at each place of a batch. */
  private float[] numbers(Tensor batch, Job job) {
    Tensor value = network.run(batch, job);
    int perPicture = value.data().length / BATCH;
    float[] numbers = new float[BATCH];
    for (int i = 0; i < BATCH; i++) {
      numbers[i] = value.data()[i * perPicture + place.index(value.shape())];
    }
    return numbers;
  }
}
