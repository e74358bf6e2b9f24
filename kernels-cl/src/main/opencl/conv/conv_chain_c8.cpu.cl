/*
 * Name: conv_chain_c8
 * Computes: STAGES stages, one after the other. Stage k reads x, which is the input or the result
 *   of the stage before, and has steps convolutions 3x3 with a padding of 1. Step s has
 *   y = biases[s] + conv(x or the step before's result, weight[s]); its result is ACTIVATE(y + r)
 *   in the last step and every second one before, where r is what the stage adds at first, and
 *   later the result of two steps before, and ACTIVATE(y) in all others. What a stage adds at first
 *   is the shortcut or, in later stages, x.
 *   Where a stage halves, step 0 reads ACTIVATE(halvingBias + conv(x, halvingWeight)) of stride 2,
 *   and the stage adds at first every second pixel of x, with paddedBlocks blocks of zeros before
 *   it and zeros behind it
 * Inputs: input [batch, inBlocks, inHeight, inWidth, 8] and shortcut, in the shape of the first
 *   stage; for each stage weight [(OUT_SIDE + 2)^2, steps * blocks / OUT_BLOCKS, blocks, 8,
 *   OUT_BLOCKS, 8], transformed, and biases [steps * blocks, 8]; where it halves, halvingWeight
 *   [blocks / OUT_BLOCKS, blocks of x, 3, 3, 8, OUT_BLOCKS, 8] and halvingBias [blocks, 8]; scratch
 *   [batch, INNER_MAPS, mapPitch] and counters [batch, 2 * COUNTER_PITCH], the latter zero before
 *   the kernel and after it
 * Output: result [batch, blocks, height, width, 8] of the last stage's last step
 * NDRange: axis 0 workers that share the work of a sample, axis 1 sample from rowBegin, axis 2
 *   unused; one work-item per work-group
 * Tunables: OUT_SIDE (side of an output tile, 4 or 2), TILE_COLUMNS (tiles of a group, 4),
 *   OUT_BLOCKS (blocks of eight output channels, 2)
 * Requires: STAGES (1 to 3), INNER_MAPS (as many, at most 3), OUT_SIDE, COUNTER_PITCH, HAS_BIAS and
 *   HAS_RESIDUAL as macros; in each stage at least TILE_COLUMNS tiles, where it halves a width of
 *   at least TILE_COLUMNS, blocks a multiple of taskGroups * OUT_BLOCKS, and maps of a sample of at
 *   most mapPitch numbers; local memory as conv/winograd_fused_c8.cpu.cl for the stage with the
 *   most blocks; a driver with which a work-group that has begun goes on, whatever the others do,
 *   and sees what they wrote before their atomic functions, as PoCL's for CPUs
 * Falls back to: conv/winograd_fused_c8.cpu.cl
 * Cost: for each step that of conv/winograd_fused_c8.cpu.cl; 4 bytes for each element of input,
 *   shortcut, weights and output
 * Source: Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016, section 4;
 *   Sorensen et al., "Portable Inter-workgroup Barrier Synchronisation for GPUs", 2016, section 4
 *
 * A step is cut into tasks, each a group of tiles and taskGroups groups of OUT_BLOCKS output
 * blocks, for which patches are transformed once. Workers take the tasks of all steps of all stages
 * in their order from a counter, and wait before a task until all of the steps before are done.
 * Whoever waits, waits for work-groups that have begun: only these have taken tasks. So no
 * work-group needs to run beside another one, and a worker that comes late finds less to do.
 *
 * Each worker ends with a turn for which there is no task; the last of them clears the counters for
 * the next launch, since then nobody looks at them any more.
 *
 * What halves is a step before the others of its stage, of one task for each row and group of
 * blocks.
 *
 *   taken   stage 0, step 0: 0 1 2 3 | step 1: 4 5 6 7 | stage 1, halving: 8 9 | step 0: ...
 *   done    how many of them are done; a task of step 1 begins with done >= 4
 */
#include "common/vector8.clh"
#include "common/epilogue.clh"
#include "conv/winograd_group.clh"
#include "conv/downsample_row.clh"

// Maps of one size: their convolutions' weights and biases, extents, how many steps they go
// through, how many groups of output blocks a task has, and whether the first step before halves.
typedef struct {
  __global const STORAGE *weight;
  __global const STORAGE *biases;
  __global const STORAGE *halvingWeight;
  __global const STORAGE *halvingBias;
  int blocks, height, width, steps, taskGroups, halves, paddedBlocks;
} Stage;

// The same as parameters; a stage that does not halve has something else for what it does not read.
#define STAGE_PARAMETERS(k)                                                                  \
  __global const STORAGE *weight##k, __global const STORAGE *biases##k,                      \
  __global const STORAGE *halvingWeight##k, __global const STORAGE *halvingBias##k,          \
  const int blocks##k, const int height##k, const int width##k, const int steps##k,          \
  const int taskGroups##k, const int halves##k, const int paddedBlocks##k,
#define STAGE(k)                                                                             \
  {weight##k, biases##k, halvingWeight##k, halvingBias##k, blocks##k, height##k, width##k,   \
   steps##k, taskGroups##k, halves##k, paddedBlocks##k},

#if STAGES == 1
#define EACH_STAGE(what) what(0)
#elif STAGES == 2
#define EACH_STAGE(what) what(0) what(1)
#else
#define EACH_STAGE(what) what(0) what(1) what(2)
#endif
#define PARAMETERS_OF_STAGES EACH_STAGE(STAGE_PARAMETERS)

// Returns when so many tasks are done; then what they wrote can be read.
void awaitTasks(volatile __global int *done, const int tasks) {
  while (atomic_add(done, 0) < tasks) {
  }
  mem_fence(CLK_GLOBAL_MEM_FENCE);
}

void finishTask(volatile __global int *done) {
  mem_fence(CLK_GLOBAL_MEM_FENCE);
  atomic_inc(done);
}

__attribute__((reqd_work_group_size(1, 1, 1)))
__kernel void conv_chain_c8(__global const STORAGE *input,
                            __global const STORAGE *shortcut,
                            __global STORAGE *result,
                            __global STORAGE *scratch,
                            volatile __global int *counters,
                            __local float *restrict patches,
                            __local float *restrict products,
                            const float activationAlpha, const float activationBeta,
                            PARAMETERS_OF_STAGES
                            const int batch,
                            const int inBlocks, const int inHeight, const int inWidth,
                            const int mapPitch,
                            const int rowBegin, const int rowEnd) {
  const int sample = rowBegin + (int)get_global_id(1);
  if (sample >= min(rowEnd, batch) || get_global_id(2) > 0) {
    return;
  }
  const Stage stages[] = {EACH_STAGE(STAGE)};
  const Stage last = stages[STAGES - 1];
  volatile __global int *taken = counters + sample * 2 * COUNTER_PITCH;
  volatile __global int *done = taken + COUNTER_PITCH;

  // Samples do not wait for each other: while one is in its first stage, whose maps are large,
  // another writes what it has of the last. So each has scratch maps of its own.
  __global STORAGE *inner = scratch + sample * INNER_MAPS * mapPitch;
  __global STORAGE *finalSums = result + sample * last.blocks * last.height * last.width * 8;

  // What the stage reads and adds at first, and the size of the former.
  __global const STORAGE *x = input + sample * inBlocks * inHeight * inWidth * 8;
  __global const STORAGE *added =
      shortcut + sample * stages[0].blocks * stages[0].height * stages[0].width * 8;
  int xBlocks = inBlocks, xHeight = inHeight, xWidth = inWidth;

  int turn = atomic_inc(taken);
  int firstTurn = 0;
  for (int s = 0; s < STAGES; s++) {
    const Stage stage = stages[s];
    const int blocks = stage.blocks, outHeight = stage.height, outWidth = stage.width;
    const int groups = blocks / OUT_BLOCKS;
    // The sums, each in place of the one before; a later stage reads them while it writes its own.
    __global STORAGE *sums = s == STAGES - 1 ? finalSums : inner + (1 + s % 2) * mapPitch;

    const int firstStep = firstTurn + (stage.halves ? outHeight * groups : 0);
    for (; turn < firstStep; turn = atomic_inc(taken)) {
      const int group = (turn - firstTurn) % groups;
      const int row = (turn - firstTurn) / groups;
      const int map = group * OUT_BLOCKS * outHeight * outWidth * 8;
      awaitTasks(done, firstTurn);
      downsampleRow(x, stage.halvingWeight + group * xBlocks * 9 * 8 * OUT_BLOCKS * 8,
                    stage.halvingBias + group * OUT_BLOCKS * 8, inner + map, row, outHeight,
                    outWidth, xBlocks, xHeight, xWidth, activationAlpha, activationBeta);
      shortcutRow(x, sums + map, row, outHeight, outWidth,
                  group * OUT_BLOCKS - stage.paddedBlocks, xBlocks, xHeight, xWidth);
      finishTask(done);
    }
    if (stage.halves) {
      x = inner;
      added = sums;
    }

    const int tileColumns = (outWidth + OUT_SIDE - 1) / OUT_SIDE;
    const int tiles = (outHeight + OUT_SIDE - 1) / OUT_SIDE * tileColumns;
    const int parts = groups / stage.taskGroups;
    const int tasks = (tiles + TILE_COLUMNS - 1) / TILE_COLUMNS * parts;
    const int end = firstStep + stage.steps * tasks;
    for (; turn < end; turn = atomic_inc(taken)) {
      const int step = (turn - firstStep) / tasks;
      const int task = (turn - firstStep) % tasks;
      const int begin = task / parts * TILE_COLUMNS;
      const int first = min(begin, tiles - TILE_COLUMNS);
      const bool isSum = (stage.steps - 1 - step) % 2 == 0;
      __global const STORAGE *source = step == 0 ? x : isSum ? inner : sums;
      __global STORAGE *output = isSum ? sums : inner;
      // Without a sum the residual counts nothing, and is something that can be read.
      __global const STORAGE *residual = !isSum ? source : step < 2 ? added : sums;
      const float branchFactor = 1.0f;
      const float residualFactor = isSum ? 1.0f : 0.0f;
      __global const STORAGE *bias = stage.biases + step * blocks * 8;

      awaitTasks(done, firstStep + step * tasks);
      transformPatches(source, patches, 0, first, tileColumns, blocks, outHeight, outWidth, 1, 1);
      for (int i = 0; i < stage.taskGroups; i++) {
        const int group = task % parts * stage.taskGroups + i;
        multiplyPatches(patches, stage.weight, products, blocks, stage.steps * groups,
                        step * groups + group);
        STORE_GROUP(products, first, begin, tiles, OUT_BLOCKS, group * OUT_BLOCKS,
                    group * OUT_BLOCKS);
      }
      finishTask(done);
    }

    firstTurn = end;
    x = sums;
    added = sums;
    xBlocks = blocks;
    xHeight = outHeight;
    xWidth = outWidth;
  }
  if (turn == firstTurn + (int)get_global_size(0) - 1) {
    *taken = 0;
    *done = 0;
  }
}
