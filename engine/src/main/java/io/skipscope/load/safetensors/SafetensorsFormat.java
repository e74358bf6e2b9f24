package io.skipscope.load.safetensors;

import io.skipscope.job.Job;
import io.skipscope.load.LoadedModel;
import io.skipscope.load.ModelFormat;
import io.skipscope.load.ZooWeights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Weights of zoo nets in safetensors files, rebuilt from their {@code __metadata__} alone. */
public final class SafetensorsFormat implements ModelFormat {
  @Override
  public String name() {
    return "safetensors (.safetensors)";
  }

  /** A name ending in .safetensors is enough, so that a broken file is answered in its terms. */
  @Override
  public boolean matches(byte[] head, String fileName) {
    if (fileName.endsWith(".safetensors")) {
      return true;
    }
    if (head.length < 10 || head[8] != '{') {
      return false;
    }
    long headerBytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return headerBytes > 1 && headerBytes <= 100_000_000;
  }

  @Override
  public LoadedModel open(Path file, String architecture, Job job) {
    SafetensorsFile content = SafetensorsFile.read(file, job);
    return new ZooWeights(file, content.tensors(), content.metadata())
        .open("safetensors", architecture);
  }
}
