package io.skipscope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command run in this process.
 *
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record CommandRun(int status, String out, String err) {
  static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new CommandRun(status, out.toString(), err.toString());
  }

  String lastErrorLine() {
    return err.strip().substring(err.strip().lastIndexOf('\n') + 1).strip();
  }
}
