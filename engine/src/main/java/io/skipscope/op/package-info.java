/**
 * Operators: shapes, cost, kernels and a plain Java reference of each.
 *
 * <p>Conventions that every kernel keeps, so that passes, plans and devices need to know none:
 *
 * <ul>
 *   <li>Arguments: input buffers in the order of the node's inputs, the output buffer, the
 *       epilogue's arguments, then the {@code int} and {@code float} parameters, and last {@code
 *       const int rowBegin, const int rowEnd}, which the device appends.
 *   <li>Index space: axis 0 is the column, axis 1 the row counted from {@code rowBegin}, axis 2
 *       everything outside of a row. Sizes are rounded up to the work-group, so a kernel returns
 *       early outside of its bounds.
 *   <li>Memory: float32 NCHW in the reference family. In the family for CPUs, maps lie in blocks of
 *       eight channels ({@link io.skipscope.op.ChannelBlocks}); what lies behind the last channel
 *       is finite and meets only weights of 0. In the family for GPUs, maps are NCHW again and
 *       weights lie as the kernel's header says.
 *   <li>Work-groups: where they share local memory, their size is fixed in the source, every
 *       work-item reaches every barrier, and the header says which part of the output is theirs.
 *   <li>Shapes are arguments; only what changes the code is a macro.
 * </ul>
 */
package io.skipscope.op;
