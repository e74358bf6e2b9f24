package io.skipscope.samples.picture;

import java.util.List;

/**
 * Solids, a camera, the sun and what lies behind, seen by sphere tracing.
 *
 * @param sun direction towards the sun
 * @param sunColour its light
 * @param skyColour the light from above; half as much comes from below
 * @param backdrop what is seen where nothing stands
 */
record Scene(
    List<Body> bodies, Camera camera, Vec3 sun, Vec3 sunColour, Vec3 skyColour, Painter backdrop)
    implements Painter {
  private static final double FAR = 60;
  private static final int MAX_STEPS = 160;

  @Override
  public Vec3 at(double u, double v) {
    Vec3 direction = camera.direction(u, v);
    double travelled = march(camera.eye(), direction);
    if (travelled > FAR) {
      return backdrop.at(u, v);
    }
    return shade(camera.eye().plus(direction.times(travelled)), direction);
  }

  private double march(Vec3 from, Vec3 direction) {
    double travelled = 0;
    for (int i = 0; i < MAX_STEPS && travelled <= FAR; i++) {
      double free = distance(from.plus(direction.times(travelled)));
      if (free < 0.0005 * travelled) {
        return travelled;
      }
      travelled += free * 0.8;
    }
    return travelled;
  }

  private double distance(Vec3 p) {
    double nearest = Double.MAX_VALUE;
    for (Body body : bodies) {
      nearest = Math.min(nearest, body.shape().distance(p));
    }
    return nearest;
  }

  private Body bodyAt(Vec3 p) {
    Body nearest = bodies.get(0);
    double least = Double.MAX_VALUE;
    for (Body body : bodies) {
      double d = body.shape().distance(p);
      if (d < least) {
        least = d;
        nearest = body;
      }
    }
    return nearest;
  }

  private Vec3 shade(Vec3 place, Vec3 direction) {
    Body body = bodyAt(place);
    Vec3 normal = normal(body.shape(), place);
    Vec3 toSun = sun.unit();
    double lit = Math.max(0, normal.dot(toSun)) * sunShare(place.plus(normal.times(0.01)), toSun);
    double open = openness(place, normal);
    Vec3 light = sunColour.times(lit).plus(skyColour.times(open * (0.75 + 0.25 * normal.y())));
    Vec3 diffuse = body.paint().at(place).times(light);
    return diffuse.plus(highlight(body.gloss(), normal, direction, lit, open));
  }

  /** The sun's reflection (Blinn and Phong) and the sky's (Schlick's Fresnel term). */
  private Vec3 highlight(double gloss, Vec3 normal, Vec3 direction, double lit, double open) {
    Vec3 half = sun.unit().minus(direction).unit();
    double glint = StrictMath.pow(Math.max(0, normal.dot(half)), 30 + 90 * gloss);
    double grazing = StrictMath.pow(1 - Math.max(0, -normal.dot(direction)), 5);
    double mirror = gloss * open * (0.04 + 0.96 * grazing) * (0.5 + 0.5 * normal.y());
    return sunColour.times(gloss * glint * Math.min(1, 3 * lit)).plus(skyColour.times(mirror));
  }

  /** How much of the sun is seen from a place, with soft edges of shadows. */
  private double sunShare(Vec3 place, Vec3 toSun) {
    double share = 1;
    double travelled = 0.02;
    for (int i = 0; i < 60 && travelled < 8; i++) {
      double free = distance(place.plus(toSun.times(travelled)));
      share = Math.min(share, 9 * free / travelled);
      if (share < 0.005) {
        return 0;
      }
      travelled += Math.max(0.02, Math.min(0.4, free));
    }
    return share;
  }

  /** How much of the sky is seen: ambient occlusion from five probes along the normal. */
  private double openness(Vec3 place, Vec3 normal) {
    double hidden = 0;
    double weight = 1;
    for (int i = 1; i <= 5; i++) {
      double reach = 0.02 + 0.12 * i;
      hidden += (reach - distance(place.plus(normal.times(reach)))) * weight;
      weight *= 0.7;
    }
    return Math.max(0.1, Math.min(1, 1 - 0.9 * hidden));
  }

  private static Vec3 normal(Shape shape, Vec3 p) {
    double e = 0.002;
    return new Vec3(
            shape.distance(new Vec3(p.x() + e, p.y(), p.z()))
                - shape.distance(new Vec3(p.x() - e, p.y(), p.z())),
            shape.distance(new Vec3(p.x(), p.y() + e, p.z()))
                - shape.distance(new Vec3(p.x(), p.y() - e, p.z())),
            shape.distance(new Vec3(p.x(), p.y(), p.z() + e))
                - shape.distance(new Vec3(p.x(), p.y(), p.z() - e)))
        .unit();
  }
}
