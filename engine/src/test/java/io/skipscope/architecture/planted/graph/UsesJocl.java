package io.skipscope.architecture.planted.graph;

import org.jocl.cl_mem;

/** Uses JOCL outside of the device. */
class UsesJocl {
  cl_mem memory;
}
