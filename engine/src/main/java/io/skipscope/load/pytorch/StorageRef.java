package io.skipscope.load.pytorch;

import io.skipscope.load.ElementType;

/**
 * A run of numbers that tensors share, named by the pickle and kept beside it.
 *
 * @param offset of the first number within what is kept under {@code key}, for views
 * @param count of numbers
 */
record StorageRef(ElementType type, String key, long offset, long count) {}
