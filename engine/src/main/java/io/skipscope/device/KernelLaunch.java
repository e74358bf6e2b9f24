package io.skipscope.device;

import java.util.List;

/**
 * A kernel with its arguments and index space.
 *
 * <p>The device appends two further {@code int} arguments to {@code args}: {@code rowBegin} and
 * {@code rowEnd}, the range of output rows to compute. Every kernel takes them last.
 *
 * @param range covers the rows {@code rowBegin} to {@code rowEnd}
 */
public record KernelLaunch(
    String node, KernelSpec kernel, NdRange range, List<Arg> args, int rowBegin, int rowEnd)
    implements Launch {
  public KernelLaunch {
    args = List.copyOf(args);
  }

  /** A launch over all rows of the range. */
  public KernelLaunch(String node, KernelSpec kernel, NdRange range, List<Arg> args) {
    this(node, kernel, range, args, 0, Math.toIntExact(range.rows()));
  }

  /** The same work by a kernel that is built in another way. */
  public KernelLaunch withKernel(KernelSpec other) {
    return new KernelLaunch(node, other, range, args, rowBegin, rowEnd);
  }

  /** The same work for some of the rows only. */
  public KernelLaunch rows(int begin, int end) {
    return new KernelLaunch(node, kernel, range.withRows(end - begin), args, begin, end);
  }

  /** One work-group with no rows to compute. It reads and writes nothing, whatever its buffers. */
  public KernelLaunch withoutRows() {
    return new KernelLaunch(node, kernel, new NdRange(1, 1, 1, range.local()), args, 0, 0);
  }

  /** What a driver compiles; some compile a kernel anew for each local size. */
  public record Compiled(KernelSpec kernel, NdRange.WorkGroup local) {}

  public Compiled compiled() {
    return new Compiled(kernel, range.local());
  }

  @Override
  public String kernelName() {
    String file = kernel.source().substring(kernel.source().lastIndexOf('/') + 1);
    return file.endsWith(".cl") ? file.substring(0, file.length() - 3) : file;
  }
}
