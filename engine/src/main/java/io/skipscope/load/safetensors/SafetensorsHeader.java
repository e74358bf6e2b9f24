package io.skipscope.load.safetensors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skipscope.error.InputException;
import io.skipscope.error.ModelFormatException;
import io.skipscope.load.ElementType;
import io.skipscope.tensor.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in front of the numbers of a safetensors file.
 *
 * @param entries in the order of their bytes, without gaps or overlaps, up to the end of the file
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private static final String METADATA = "__metadata__";

  /** One tensor; its bytes are counted from the end of the header. */
  record Entry(String name, ElementType type, Shape shape, long begin, long end) {}

  /**
   * @param bodyBytes what follows the header
   * @throws ModelFormatException if the text is not what the format says, or does not fit the body
   */
  static SafetensorsHeader parse(String file, byte[] text, long bodyBytes) {
    JsonNode root = json(file, text);
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    root.fields()
        .forEachRemaining(
            field -> {
              if (field.getKey().equals(METADATA)) {
                field
                    .getValue()
                    .fields()
                    .forEachRemaining(e -> metadata.put(e.getKey(), e.getValue().asText()));
              } else {
                entries.add(entry(file, field.getKey(), field.getValue()));
              }
            });
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    requireSeamless(file, entries, bodyBytes);
    return new SafetensorsHeader(entries, metadata);
  }

  private static JsonNode json(String file, byte[] text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw fault(file, "a header that is no JSON: " + e.getOriginalMessage(), "a JSON object");
    } catch (IOException e) {
      throw fault(file, "an unreadable header: " + e.getMessage(), "a JSON object");
    }
    throw fault(file, "a header that is no JSON object", "one with an entry for each tensor");
  }

  private static Entry entry(String file, String name, JsonNode node) {
    JsonNode offsets = node.path("data_offsets");
    if (offsets.size() != 2
        || !offsets.path(0).isIntegralNumber()
        || !offsets.path(1).isIntegralNumber()) {
      throw fault(file, "tensor " + name + " without data_offsets", "[begin, end] in bytes");
    }
    ElementType type = type(file, name, node.path("dtype").asText());
    Shape shape = shape(file, name, node.path("shape"));
    Entry entry = new Entry(name, type, shape, offsets.get(0).asLong(), offsets.get(1).asLong());
    long sizeBytes = (long) shape.elementCount() * type.sizeBytes();
    if (entry.end() - entry.begin() != sizeBytes) {
      throw fault(
          file,
          "tensor " + name + " in " + (entry.end() - entry.begin()) + " bytes",
          sizeBytes + " bytes for " + type + " " + shape);
    }
    if (sizeBytes > Integer.MAX_VALUE) {
      throw fault(file, "tensor " + name + " of " + sizeBytes + " bytes", "less than 2 GiB");
    }
    return entry;
  }

  private static ElementType type(String file, String name, String dtype) {
    for (ElementType type : ElementType.values()) {
      if (type.name().equals(dtype)) {
        return type;
      }
    }
    throw fault(file, "tensor " + name + " of type " + dtype, "F32, F16, BF16 or F64");
  }

  private static Shape shape(String file, String name, JsonNode node) {
    int[] extents = new int[node.size()];
    for (int i = 0; i < extents.length; i++) {
      if (!node.get(i).isInt()) {
        throw fault(file, "tensor " + name + " of shape " + node, "whole numbers below 2^31");
      }
      extents[i] = node.get(i).intValue();
    }
    try {
      if (node.isArray()) {
        return Shape.of(extents);
      }
    } catch (InputException e) {
      throw fault(file, "tensor " + name + " of shape " + node + ", " + e.found(), e.expected());
    }
    throw fault(file, "tensor " + name + " without a shape", "a list of extents");
  }

  private static void requireSeamless(String file, List<Entry> entries, long bodyBytes) {
    long end = 0;
    for (Entry entry : entries) {
      if (entry.begin() != end) {
        throw fault(
            file,
            "tensor " + entry.name() + " from byte " + entry.begin() + " of the data",
            "no gap and no overlap: from byte " + end);
      }
      end = entry.end();
    }
    if (end != bodyBytes) {
      throw fault(
          file,
          bodyBytes + " bytes of data",
          end + " as the header says; the file is " + (end > bodyBytes ? "truncated" : "too long"));
    }
  }

  private static ModelFormatException fault(String file, String found, String expected) {
    return new ModelFormatException(file, -1, found, expected);
  }
}
