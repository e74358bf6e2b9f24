package io.skipscope.device.opencl;

import io.skipscope.device.Arg;
import io.skipscope.device.KernelLaunch;
import io.skipscope.device.KernelSpec;
import io.skipscope.device.NdRange;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a driver compiles of a launch, as bytes between two processes of one installation. */
final class LaunchStream {
  private static final char BUFFER = 'b';
  private static final char INT = 'i';
  private static final char FLOAT = 'f';
  private static final char FACTOR = 's';
  private static final char LOCAL = 'l';

  private LaunchStream() {}

  /** Its kernel, work-group and arguments; names of values and the size of the range are lost. */
  static void write(DataOutputStream out, KernelLaunch launch) throws IOException {
    out.writeUTF(launch.kernel().source());
    out.writeUTF(launch.kernel().function());
    out.writeInt(launch.kernel().defines().size());
    for (Map.Entry<String, String> define : launch.kernel().defines().entrySet()) {
      out.writeUTF(define.getKey());
      out.writeUTF(define.getValue());
    }
    NdRange.WorkGroup local = launch.range().local();
    out.writeInt(local.columns());
    out.writeInt(local.rows());
    out.writeInt(local.outer());
    out.writeInt(launch.args().size());
    for (Arg arg : launch.args()) {
      write(out, arg);
    }
    out.flush();
  }

  private static void write(DataOutputStream out, Arg arg) throws IOException {
    if (arg instanceof Arg.Int number) {
      out.writeChar(INT);
      out.writeInt(number.value());
    } else if (arg instanceof Arg.Float number) {
      out.writeChar(FLOAT);
      out.writeFloat(number.value());
    } else if (arg instanceof Arg.Local memory) {
      out.writeChar(LOCAL);
      out.writeInt(memory.sizeBytes());
    } else {
      out.writeChar(arg instanceof Arg.Buffer ? BUFFER : FACTOR);
    }
  }

  /**
   * The next launch, over one work-group.
   *
   * @throws java.io.EOFException if the writer is gone
   */
  static KernelLaunch read(DataInputStream in) throws IOException {
    String source = in.readUTF();
    String function = in.readUTF();
    int defineCount = in.readInt();
    Map<String, String> defines = new TreeMap<>();
    for (int i = 0; i < defineCount; i++) {
      String name = in.readUTF();
      defines.put(name, in.readUTF());
    }
    NdRange.WorkGroup local = new NdRange.WorkGroup(in.readInt(), in.readInt(), in.readInt());
    int argCount = in.readInt();
    List<Arg> args = new ArrayList<>(argCount);
    for (int i = 0; i < argCount; i++) {
      args.add(readArg(in));
    }
    KernelSpec kernel = new KernelSpec(source, function, defines);
    return new KernelLaunch(source, kernel, new NdRange(1, 1, 1, local), args);
  }

  private static Arg readArg(DataInputStream in) throws IOException {
    char kind = in.readChar();
    return switch (kind) {
      case BUFFER -> new Arg.Buffer("");
      case INT -> new Arg.Int(in.readInt());
      case FLOAT -> new Arg.Float(in.readFloat());
      case FACTOR -> new Arg.Factor(null);
      case LOCAL -> new Arg.Local(in.readInt());
      default -> throw new IOException("no argument of kind " + kind);
    };
  }
}
