package io.skipscope.architecture.planted.op.pool;

/** What a sister family imports. */
public class Pool {}
