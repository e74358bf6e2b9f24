/*
 * Name: conv_chain_c8
 * Computes: steps convolutions 3x3 with a padding of 1, one after the other. Step s has
 *   y = bias[s] + conv(x, weight[s]), where x is the input or the step before's result; its result
 *   is ACTIVATE(y + r) if s - firstSum is even, where r is the shortcut in step firstSum and the
 *   result of two steps before in later ones, and ACTIVATE(y) otherwise
 *   With DOWNSAMPLES, step 0 reads ACTIVATE(downsampleBias + conv(input, downsampleWeight)) of
 *   stride 2, and the shortcut is every second pixel of the input with paddedBlocks blocks of zeros
 *   before it and zeros behind it
 * Inputs: input and shortcut [batch, blocks, height, width, 8], the input with DOWNSAMPLES [batch,
 *   inBlocks, inHeight, inWidth, 8]; downsampleWeight [blocks / OUT_BLOCKS, inBlocks, 3, 3, 8,
 *   OUT_BLOCKS, 8]; downsampleBias [blocks, 8];
 *   weight [(OUT_SIDE + 2)^2, steps * blocks / OUT_BLOCKS, blocks, 8, OUT_BLOCKS, 8], transformed;
 *   bias [steps * blocks, 8]; inner [batch, blocks, height, width, 8] and counters
 *   [batch, 2 * COUNTER_PITCH], scratch, the latter zero before the kernel and after it
 * Output: [batch, blocks, height, width, 8], the result of the last step, which has a sum
 * NDRange: axis 0 workers that share the work of a sample, axis 1 sample from rowBegin, axis 2
 *   unused; one work-item per work-group
 * Tunables: OUT_SIDE (side of an output tile, 4 or 2), TILE_COLUMNS (tiles of a group, 4),
 *   OUT_BLOCKS (blocks of eight output channels, 2)
 * Requires: OUT_SIDE, COUNTER_PITCH, HAS_BIAS and HAS_RESIDUAL as macros; at least TILE_COLUMNS
 *   tiles; blocks a multiple of OUT_BLOCKS; firstSum 0 or 1, with DOWNSAMPLES 0 and a width of at
 *   least TILE_COLUMNS; local memory as conv/winograd_fused_c8.cpu.cl; a driver with which a
 *   work-group that has begun goes on, whatever the others do, and sees what they wrote before
 *   their atomic functions, as PoCL's for CPUs
 * Falls back to: conv/winograd_fused_c8.cpu.cl
 * Cost: steps times that of conv/winograd_fused_c8.cpu.cl; 4 bytes for each element of input,
 *   shortcut, weight and output
 * Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4;
 *   Sorensen et al., "Portable Inter-workgroup Barrier Synchronisation for GPUs", 2016, section 4
 *
 * A step is cut into tasks, each a group of tiles and of output blocks. Workers take the tasks of
 * all steps in their order from a counter, and wait before a task until all of the steps before are
 * done. Whoever waits, waits for work-groups that have begun: only these have taken tasks. So no
 * work-group needs to run beside another one, and a worker that comes late finds less to do.
 *
 * Each worker ends with a turn for which there is no task; the last of them clears the counters for
 * the next launch, since then nobody looks at them any more.
 *
 * What downsamples is a step before all others, of one task for each row and group of blocks.
 *
 *   taken   step 0: 0 1 2 3 | step 1: 4 5 6 7 | ...      the next task
 *   done    how many of them are done; a task of step 1 begins with done >= 4
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "conv/winograd_group.clh"

#ifdef DOWNSAMPLES
#include "conv/downsample_row.clh"
#define DOWNSAMPLE_PARAMETERS                                        \
  __global const STORAGE *restrict downsampleWeight,                 \
  __global const STORAGE *restrict downsampleBias,                   \
  const int inBlocks, const int inHeight, const int inWidth, const int paddedBlocks,
#define ROW_TASKS(groups) (outHeight * (groups))
#else
#define DOWNSAMPLE_PARAMETERS
#define ROW_TASKS(groups) 0
#endif

__attribute__((reqd_work_group_size(1, 1, 1)))
__kernel void conv_chain_c8(__global const STORAGE *input,
                            __global const STORAGE *shortcut,
                            __global const STORAGE *restrict weight,
                            __global STORAGE *chained,
                            __global const STORAGE *restrict biases,
                            __global STORAGE *inner,
                            volatile __global int *counters,
                            __local float *restrict patches,
                            __local float *restrict products,
                            const float activationAlpha, const float activationBeta,
                            DOWNSAMPLE_PARAMETERS
                            const int batch,
                            const int blocks, const int outHeight, const int outWidth,
                            const int tileColumns,
                            const int steps, const int firstSum,
                            const int rowBegin, const int rowEnd) {
  const int sample = rowBegin + (int)get_global_id(1);
  if (sample >= min(rowEnd, batch) || get_global_id(2) > 0) {
    return;
  }
  const int tiles = (outHeight + OUT_SIDE - 1) / OUT_SIDE * tileColumns;
  const int groups = blocks / OUT_BLOCKS;
  const int tasks = (tiles + TILE_COLUMNS - 1) / TILE_COLUMNS * groups;
  const int rowTasks = ROW_TASKS(groups);
  volatile __global int *taken = counters + sample * 2 * COUNTER_PITCH;
  volatile __global int *done = taken + COUNTER_PITCH;

  const int turns = rowTasks + steps * tasks;

  int turn = atomic_inc(taken);
  for (; turn < turns; turn = atomic_inc(taken)) {
#ifdef DOWNSAMPLES
    if (turn < rowTasks) {
      const int group = turn % groups;
      const int row = turn / groups;
      const int map = (sample * blocks + group * OUT_BLOCKS) * outHeight * outWidth * 8;
      __global const STORAGE *maps = input + sample * inBlocks * inHeight * inWidth * 8;
      downsampleRow(maps, downsampleWeight + group * inBlocks * 9 * 8 * OUT_BLOCKS * 8,
                    downsampleBias + group * OUT_BLOCKS * 8, inner + map, row, outHeight, outWidth,
                    inBlocks, inHeight, inWidth, activationAlpha, activationBeta);
      shortcutRow(maps, chained + map, row, outHeight, outWidth,
                  group * OUT_BLOCKS - paddedBlocks, inBlocks, inHeight, inWidth);
      mem_fence(CLK_GLOBAL_MEM_FENCE);
      atomic_inc(done);
      continue;
    }
    __global const STORAGE *start = inner;
    __global const STORAGE *firstShortcut = chained;
#else
    __global const STORAGE *start = input;
    __global const STORAGE *firstShortcut = shortcut;
#endif
    const int task = turn - rowTasks;
    const int step = task / tasks;
    const int begin = task % tasks / groups * TILE_COLUMNS;
    const int first = min(begin, tiles - TILE_COLUMNS);
    const int firstBlock = task % groups * OUT_BLOCKS;
    while (atomic_add(done, 0) < rowTasks + step * tasks) {
    }
    mem_fence(CLK_GLOBAL_MEM_FENCE);

    // The sums lie in the output, where each replaces the one before; the rest in `inner`.
    const bool isSum = (step + firstSum) % 2 == 0;
    __global const STORAGE *source = step == 0 ? start : isSum ? inner : chained;
    __global STORAGE *output = isSum ? chained : inner;
    transformPatches(source, patches, sample, first, tileColumns, blocks, outHeight, outWidth, 1,
                     1);
    multiplyPatches(patches, weight, products, blocks, steps * groups,
                    step * groups + task % groups);

    // Without a sum the residual counts nothing, and is something that can be read.
    __global const STORAGE *residual = !isSum ? source : step == firstSum ? firstShortcut : chained;
    const float branchFactor = 1.0f;
    const float residualFactor = isSum ? 1.0f : 0.0f;
    __global const STORAGE *bias = biases + step * blocks * 8;
    STORE_GROUP(products, first, begin, tiles, OUT_BLOCKS, sample * blocks + firstBlock,
                firstBlock);
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    atomic_inc(done);
  }
  if (turn == turns + (int)get_global_size(0) - 1) {
    *taken = 0;
    *done = 0;
  }
}
