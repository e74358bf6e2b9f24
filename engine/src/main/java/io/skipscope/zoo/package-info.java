/**
 * Residual networks built in code, named with the module paths people know from PyTorch.
 *
 * <p>{@link io.skipscope.zoo.Zoo} turns a name such as {@code resnet50:v1} into an {@link
 * io.skipscope.zoo.Architecture}; the architecture writes its layers through a {@link
 * io.skipscope.zoo.NetBuilder}, which takes the numbers from a {@link
 * io.skipscope.zoo.ParameterSource}: seeded, or read from a file. A node's output value has the
 * node's name.
 */
package io.skipscope.zoo;
