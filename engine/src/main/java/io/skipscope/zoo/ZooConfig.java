package io.skipscope.zoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skipscope.error.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * An architecture as the two texts that a weights file keeps: {@code arch}, a zoo name, and {@code
 * config}, a JSON object of what differs from the name, such as {@code {"widthMultiplier": 0.5,
 * "stemStride": 2, "stageStrides": [1, 1, 2, 2, 1, 2, 1]}} or {@code {"shortcut": "A", "padding":
 * "both"}}. The keys are those of {@link Architecture#config}.
 */
public final class ZooConfig {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_NUMBER = 4096;

  private ZooConfig() {}

  /** The {@code config} text of an architecture, complete. */
  public static String write(Architecture architecture) {
    return JSON.valueToTree(architecture.config()).toString();
  }

  /**
   * @param arch a zoo name, with or without variant; another name, such as {@code resnet26}, will
   *     do where the configuration is complete
   * @param config JSON, or null for the name's own configuration
   * @throws InputException if the name is unknown, the text no JSON object, a key unknown or a
   *     value of the wrong kind
   */
  public static Architecture read(String arch, String config) {
    if (config == null || config.isBlank()) {
      return Zoo.architecture(arch);
    }
    ObjectNode changes = parse(config);
    return merged(Zoo.isName(arch) ? Zoo.architecture(arch) : sibling(arch, changes), changes);
  }

  /** A net of the zoo that is described by the same keys, all of which are given. */
  private static Architecture sibling(String arch, ObjectNode config) {
    Set<String> given = new HashSet<>();
    config.fieldNames().forEachRemaining(given::add);
    return Zoo.names().stream()
        .map(Zoo::architecture)
        .filter(known -> known.config().keySet().equals(given))
        .findFirst()
        .orElseGet(() -> Zoo.architecture(arch));
  }

  private static ObjectNode parse(String config) {
    try {
      if (JSON.readTree(config) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new InputException("config", "no JSON: " + e.getOriginalMessage(), "an object", e);
    }
    throw new InputException("config", config, "a JSON object");
  }

  private static Architecture merged(Architecture named, ObjectNode changes) {
    ObjectNode all = JSON.valueToTree(named.config());
    all.remove("padding");
    for (Iterator<String> keys = changes.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!named.config().containsKey(key)) {
        throw new InputException(
            "config of " + named.name(), "key " + key, "one of " + named.config().keySet());
      }
      all.set(key, changes.get(key));
    }
    if (named instanceof ResNet) {
      return new ResNet(
          integers(all, "blocks"),
          bool(all, "bottleneck"),
          integer(all.get("groups"), "groups"),
          integer(all.get("widthPerGroup"), "widthPerGroup"),
          bool(all, "strideOnFirst"),
          bool(all, "shortcuts"));
    }
    if (named instanceof CifarResNet) {
      int blocks = integer(all.get("blocksPerStage"), "blocksPerStage");
      return new CifarResNet(blocks, shortcut(all));
    }
    return new MobileNetV2(
        require(all, "widthMultiplier", all.get("widthMultiplier").isNumber()).asDouble(),
        integer(all.get("stemStride"), "stemStride"),
        integers(all, "stageStrides"));
  }

  private static Shortcut shortcut(ObjectNode config) {
    String padding = config.path("padding").asText("both");
    return switch (config.get("shortcut").asText() + padding) {
      case "Aboth" -> Shortcut.PADDED;
      case "Bboth" -> Shortcut.PROJECTION;
      case "noneboth" -> Shortcut.NONE;
      default ->
          throw new InputException(
              "config",
              "shortcut " + config.get("shortcut") + " with padding " + padding,
              "shortcut A, B or none, and channels padded on both sides");
    };
  }

  private static List<Integer> integers(ObjectNode config, String key) {
    List<Integer> numbers = new ArrayList<>();
    require(config, key, config.get(key).isArray())
        .forEach(element -> numbers.add(integer(element, key)));
    return numbers;
  }

  private static int integer(JsonNode node, String key) {
    if (!node.isInt() || node.asInt() < 1 || node.asInt() > MAX_NUMBER) {
      throw new InputException(
          "config, key " + key, node.toString(), "a whole number from 1 to " + MAX_NUMBER);
    }
    return node.asInt();
  }

  private static boolean bool(ObjectNode config, String key) {
    return require(config, key, config.get(key).isBoolean()).asBoolean();
  }

  private static JsonNode require(ObjectNode config, String key, boolean valid) {
    if (!valid) {
      throw new InputException(
          "config, key " + key, config.get(key).toString(), "a value as `export` writes it");
    }
    return config.get(key);
  }
}
