/** Takes pictures of the real window, for its documents and for looking at it. */
package io.skipscope.samples.screenshots;
