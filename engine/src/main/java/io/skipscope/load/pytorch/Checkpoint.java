package io.skipscope.load.pytorch;

import java.nio.ByteBuffer;

/**
 * A checkpoint before its tensors are read.
 *
 * @param root what was given to torch.save
 * @param form for the user: {@code zip form} or {@code legacy form}
 * @param storages where the numbers are
 */
record Checkpoint(Object root, String form, Storages storages) {
  /** Finds the bytes of a storage. */
  @FunctionalInterface
  interface Storages {
    /**
     * @return all bytes kept under the storage's key, in the file's byte order
     * @throws io.skipscope.error.ModelFormatException if they are absent or too few
     */
    ByteBuffer bytes(StorageRef storage);
  }
}
