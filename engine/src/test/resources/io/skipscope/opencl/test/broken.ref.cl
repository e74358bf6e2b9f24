/*
 * Name: broken
 */
#include "test/empty.clh"

__kernel void broken(__global float *restrict output, const int rowBegin, const int rowEnd) {
  output[0] = undeclaredName;
}
