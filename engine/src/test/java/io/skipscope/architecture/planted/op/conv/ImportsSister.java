package io.skipscope.architecture.planted.op.conv;

import io.skipscope.architecture.planted.op.pool.Pool;

/** Imports another family of operators. */
class ImportsSister {
  Pool pool;
}
