package io.skipscope.architecture.planted.graph;

/** What others import. */
public class Node {}
