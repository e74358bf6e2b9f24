package io.skipscope.samples.picture;

/**
 * A pinhole camera, upright.
 *
 * @param zoom distance of the picture plane; 1 sees 90 degrees, 2 sees 53
 */
record Camera(Vec3 eye, Vec3 target, double zoom) {
  /** The direction of sight through a point of the picture; both axes go from -1 to 1. */
  Vec3 direction(double u, double v) {
    Vec3 forward = target.minus(eye).unit();
    Vec3 right = Vec3.UP.cross(forward).unit().times(-1);
    Vec3 up = right.cross(forward);
    return right.times(u).plus(up.times(v)).plus(forward.times(zoom)).unit();
  }
}
