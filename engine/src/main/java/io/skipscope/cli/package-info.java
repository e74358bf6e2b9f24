/**
 * The command line: one class per command, and what they share.
 *
 * <p>A command reads its options, calls the facade and hands a result to {@link
 * io.skipscope.cli.Output}, which prints it as text or as one JSON value. A command that fails
 * throws; {@link io.skipscope.cli.ErrorReport} makes one line of whatever it was.
 */
package io.skipscope.cli;
