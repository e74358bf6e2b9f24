package io.skipscope.load.pytorch;

import io.skipscope.error.InputException;
import io.skipscope.error.IoReason;
import io.skipscope.error.ModelFormatException;
import io.skipscope.job.Job;
import io.skipscope.load.LoadedModel;
import io.skipscope.load.ModelFormat;
import io.skipscope.load.ZooWeights;
import io.skipscope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Weights of zoo nets in PyTorch checkpoints, of the zip form and of the one before it. */
public final class PyTorchFormat implements ModelFormat {
  private static final long MAX_LEGACY_BYTES = Integer.MAX_VALUE - 8;

  @Override
  public String name() {
    return "PyTorch checkpoint (.pth, .pt, .th)";
  }

  @Override
  public boolean matches(byte[] head, String fileName) {
    return ZipCheckpoint.matches(head)
        || LegacyCheckpoint.matches(head)
        || fileName.matches(".*\\.(pth|pt|th)");
  }

  @Override
  public LoadedModel open(Path file, String architecture, Job job) {
    try {
      return isZip(file) ? openZip(file, architecture, job) : openLegacy(file, architecture, job);
    } catch (ZipException e) {
      throw new ModelFormatException(
          file.toString(), -1, "a broken zip: " + e.getMessage(), "a whole checkpoint", e);
    } catch (IOException e) {
      throw new InputException(file.toString(), IoReason.of(e), "a checkpoint", e);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return ZipCheckpoint.matches(in.readNBytes(5));
    }
  }

  private static LoadedModel openZip(Path file, String architecture, Job job) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return model(file, ZipCheckpoint.read(file.toString(), zip), architecture, job);
    }
  }

  private static LoadedModel openLegacy(Path file, String architecture, Job job)
      throws IOException {
    if (Files.size(file) > MAX_LEGACY_BYTES) {
      throw new ModelFormatException(
          file.toString(), -1, Files.size(file) + " bytes", "less than 2 GiB; save it again");
    }
    byte[] content = Files.readAllBytes(file);
    if (!LegacyCheckpoint.matches(content)) {
      throw new ModelFormatException(
          file.toString(), 0, "neither a zip nor torch.save's magic number", "a checkpoint");
    }
    return model(file, LegacyCheckpoint.read(file.toString(), content), architecture, job);
  }

  private static LoadedModel model(Path file, Checkpoint checkpoint, String architecture, Job job) {
    Map<String, Tensor> tensors = new StateDict(file.toString(), checkpoint).read(job);
    return new ZooWeights(file, tensors, Map.of())
        .open("PyTorch checkpoint (" + checkpoint.form() + ")", architecture);
  }
}
