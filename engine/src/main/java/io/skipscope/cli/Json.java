package io.skipscope.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.skipscope.tensor.Shape;
import java.io.IOException;

/** Results as JSON text: records and maps become objects, shapes become arrays. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new SimpleModule().addSerializer(Shape.class, new ShapeAsArray()));

  private Json() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result that JSON cannot hold: " + e.getMessage(), e);
    }
  }

  private static final class ShapeAsArray extends JsonSerializer<Shape> {
    @Override
    public void serialize(Shape shape, JsonGenerator out, SerializerProvider serializers)
        throws IOException {
      out.writeArray(shape.toArray(), 0, shape.rank());
    }
  }
}
