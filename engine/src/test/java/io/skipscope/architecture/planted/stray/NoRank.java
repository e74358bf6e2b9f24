package io.skipscope.architecture.planted.stray;

/** Lies where no rank is given. */
class NoRank {}
