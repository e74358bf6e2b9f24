package io.skipscope.architecture.planted.load;

/** What a format builds on. */
public class Format {}
