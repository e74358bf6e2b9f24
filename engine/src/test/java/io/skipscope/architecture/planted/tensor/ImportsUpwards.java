package io.skipscope.architecture.planted.tensor;

import io.skipscope.architecture.planted.graph.Node;

/** Imports a package of a higher rank. */
class ImportsUpwards {
  Node node;
}
