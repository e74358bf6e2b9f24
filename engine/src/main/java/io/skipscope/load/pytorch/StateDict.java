package io.skipscope.load.pytorch;

import io.skipscope.error.ModelFormatException;
import io.skipscope.job.Job;
import io.skipscope.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the named tensors in a checkpoint and reads their numbers; each storage is read once. */
final class StateDict {
  private static final List<String> WRAPPERS =
      List.of("state_dict", "model_state_dict", "model", "net");

  private final String file;
  private final Checkpoint checkpoint;
  private final Map<String, float[]> numbers = new HashMap<>();

  StateDict(String file, Checkpoint checkpoint) {
    this.file = file;
    this.checkpoint = checkpoint;
  }

  /**
   * @return tensors by name, without those of integers
   * @throws ModelFormatException if there are none, or a storage does not hold what it should
   */
  Map<String, Tensor> read(Job job) {
    Map<String, TensorRef> refs = tensorRefs(unwrapped(checkpoint.root()));
    Map<String, Tensor> tensors = new TreeMap<>();
    refs.forEach(
        (name, ref) -> {
          job.progress("Reading weights", tensors.size(), refs.size());
          tensors.put(name, ref.resolve(numbers(name, ref.storage())));
        });
    return tensors;
  }

  private static Object unwrapped(Object root) {
    if (root instanceof Map<?, ?> map) {
      for (String wrapper : WRAPPERS) {
        if (map.get(wrapper) instanceof Map<?, ?> inner) {
          return inner;
        }
      }
    }
    return root;
  }

  private Map<String, TensorRef> tensorRefs(Object dict) {
    Map<String, TensorRef> refs = new TreeMap<>();
    if (dict instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            if (value instanceof TensorRef ref && ref.storage().type().isFloatingPoint()) {
              refs.put(String.valueOf(name), ref);
            }
          });
    }
    if (refs.isEmpty()) {
      throw new ModelFormatException(
          file,
          -1,
          "no tensors in the checkpoint",
          "a state dict, alone or under one of " + String.join(", ", WRAPPERS));
    }
    return refs;
  }

  private float[] numbers(String name, StorageRef storage) {
    float[] all = numbers.computeIfAbsent(storage.key(), key -> decode(storage));
    if (storage.offset() + storage.count() > all.length) {
      throw new ModelFormatException(
          file,
          -1,
          "storage " + storage.key() + " of " + name + " with " + all.length + " numbers",
          storage.offset() + storage.count() + " numbers; the file is truncated");
    }
    return all;
  }

  private float[] decode(StorageRef storage) {
    ByteBuffer bytes = checkpoint.storages().bytes(storage);
    return storage.type().decode(bytes, bytes.remaining() / storage.type().sizeBytes());
  }
}
