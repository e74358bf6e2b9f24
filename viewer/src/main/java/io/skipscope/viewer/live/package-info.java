/** What moves: cameras and regions of the screen, as sources of pictures. */
package io.skipscope.viewer.live;
