/** Running a stream of frames on several devices at once, as a schedule says. */
package io.skipscope.run.multi;
