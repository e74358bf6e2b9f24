/*
 * Name: broken
 * Computes: nothing; it does not build, for the test of build errors
 * NDRange: one work-item
 * Requires: nothing
 * Source: none
 */
#include "test/empty.clh"

__kernel void broken(__global float *restrict output, const int rowBegin, const int rowEnd) {
  output[0] = undeclaredName;
}
