package io.skipscope.samples.picture;

import java.util.function.ToDoubleFunction;

/**
 * A solid, given by its signed distance: below zero inside, never more than the true distance (or
 * little more) outside.
 *
 * <p>Formulas: I. Quilez, "Distance functions", iquilezles.org.
 */
@FunctionalInterface
interface Shape {
  double distance(Vec3 p);

  static Shape sphere(double radius) {
    return p -> p.length() - radius;
  }

  static Shape ellipsoid(double rx, double ry, double rz) {
    return p -> {
      double k0 = new Vec3(p.x() / rx, p.y() / ry, p.z() / rz).length();
      double k1 = new Vec3(p.x() / (rx * rx), p.y() / (ry * ry), p.z() / (rz * rz)).length();
      return k1 == 0 ? -Math.min(rx, Math.min(ry, rz)) : k0 * (k0 - 1) / k1;
    };
  }

  /** A box of half sides hx, hy, hz with rounded edges. */
  static Shape box(double hx, double hy, double hz, double rounding) {
    return p -> {
      double qx = Math.abs(p.x()) - hx + rounding;
      double qy = Math.abs(p.y()) - hy + rounding;
      double qz = Math.abs(p.z()) - hz + rounding;
      double outside = new Vec3(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0)).length();
      return outside + Math.min(Math.max(qx, Math.max(qy, qz)), 0) - rounding;
    };
  }

  /** A round-ended rod from a to b, of radius ra at a and rb at b. */
  static Shape rod(Vec3 a, Vec3 b, double ra, double rb) {
    Vec3 axis = b.minus(a);
    double lengthSquared = axis.dot(axis);
    return p -> {
      Vec3 fromA = p.minus(a);
      double t = Math.max(0, Math.min(1, fromA.dot(axis) / lengthSquared));
      return fromA.minus(axis.times(t)).length() - ra - (rb - ra) * t;
    };
  }

  /** A ring in the x-y plane. */
  static Shape ring(double radius, double thickness) {
    return p -> Math.hypot(Math.sqrt(p.x() * p.x() + p.y() * p.y()) - radius, p.z()) - thickness;
  }

  /** A disc standing on the y axis: a short cylinder with rounded edges. */
  static Shape disc(double radius, double halfHeight, double rounding) {
    return p -> {
      double dr = Math.sqrt(p.x() * p.x() + p.z() * p.z()) - radius + rounding;
      double dy = Math.abs(p.y()) - halfHeight + rounding;
      return Math.min(Math.max(dr, dy), 0)
          + Math.sqrt(Math.max(dr, 0) * Math.max(dr, 0) + Math.max(dy, 0) * Math.max(dy, 0))
          - rounding;
    };
  }

  /** Everything below a height. */
  static Shape ground(double height) {
    return p -> p.y() - height;
  }

  default Shape at(double x, double y, double z) {
    Vec3 centre = new Vec3(x, y, z);
    return p -> distance(p.minus(centre));
  }

  /** Turned about the x axis; positive turns y towards z. */
  default Shape turnedX(double radians) {
    double c = StrictMath.cos(radians);
    double s = StrictMath.sin(radians);
    return p -> distance(new Vec3(p.x(), c * p.y() + s * p.z(), c * p.z() - s * p.y()));
  }

  /** Turned about the y axis; positive turns z towards x. */
  default Shape turnedY(double radians) {
    double c = StrictMath.cos(radians);
    double s = StrictMath.sin(radians);
    return p -> distance(new Vec3(c * p.x() - s * p.z(), p.y(), c * p.z() + s * p.x()));
  }

  /** Turned about the z axis; positive turns x towards y. */
  default Shape turnedZ(double radians) {
    double c = StrictMath.cos(radians);
    double s = StrictMath.sin(radians);
    return p -> distance(new Vec3(c * p.x() + s * p.y(), c * p.y() - s * p.x(), p.z()));
  }

  default Shape and(Shape other) {
    return p -> Math.min(distance(p), other.distance(p));
  }

  default Shape without(Shape other) {
    return p -> Math.max(distance(p), -other.distance(p));
  }

  default Shape onlyInside(Shape other) {
    return p -> Math.max(distance(p), other.distance(p));
  }

  /** Both, with a fillet of about {@code width} where they meet. */
  default Shape blended(Shape other, double width) {
    return p -> {
      double a = distance(p);
      double b = other.distance(p);
      double h = Math.max(width - Math.abs(a - b), 0) / width;
      return Math.min(a, b) - h * h * width / 4;
    };
  }

  /** With bumps on its surface; heights are subtracted from the distance. */
  default Shape bumpy(ToDoubleFunction<Vec3> height) {
    return p -> {
      double d = distance(p);
      return d > 0.2 ? d : d - height.applyAsDouble(p);
    };
  }
}
