package io.skipscope.kernels;

/**
 * A kernel file that is ready for a compiler.
 *
 * @param path below the OpenCL sources, such as {@code conv/conv2d.ref.cl}
 * @param text with every include in place, and {@code #line} directives that keep the compiler's
 *     messages true to the files
 * @param header what the file says of itself
 */
public record KernelSource(String path, String text, KernelHeader header) {}
