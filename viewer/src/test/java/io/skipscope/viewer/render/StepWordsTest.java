package io.skipscope.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.tensor.Shape;
import io.skipscope.viewer.OpenNets;
import io.skipscope.viewer.layout.CardPlan;
import io.skipscope.viewer.layout.Step;
import io.skipscope.viewer.layout.Step.Role;
import io.skipscope.viewer.state.OpenModel;
import io.skipscope.viewer.text.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepWordsTest {
  private final OpenModel model = OpenNets.resNet20();

  @BeforeEach
  void speakEnglish() {
    Text.use(Locale.ENGLISH);
  }

  private CardPlan plan(String block) {
    return CardPlan.of(
        model.graph(),
        model.blocks().stream()
            .filter(each -> each.block().name().equals(block))
            .findFirst()
            .orElseThrow()
            .block());
  }

  @Test
  void briefWordsAreNeverLonger() {
    for (String block : new String[] {"layer1.0", "layer2.0"}) {
      CardPlan plan = plan(block);
      StepWords words = new StepWords(model.graph(), plan);
      for (Step step : plan.steps()) {
        assertTrue(words.brief(step).length() <= words.unnamed(step).length(), step.tap());
        assertTrue(words.unnamed(step).length() <= words.detail(step).length(), step.tap());
      }
    }
  }

  @Test
  void titlesAndShapesHaveFewerLettersForNarrowTiles() {
    CardPlan plan = plan("layer1.0");
    StepWords words = new StepWords(model.graph(), plan);
    assertEquals(List.of("F(x) + s(x)", "F + s"), titles(words, plan, Role.SUM));
    assertEquals(List.of("x"), titles(words, plan, Role.INPUT));
    assertEquals(List.of("conv1", "3\u00d73 conv", "3\u00d73"), titles(words, plan, Role.BRANCH));
    assertEquals("64×56²", StepWords.briefShape(Shape.of(1, 64, 56, 56)));
    assertEquals("64×56×28", StepWords.briefShape(Shape.of(1, 64, 56, 28)));
    assertEquals("1000", StepWords.briefShape(Shape.of(1, 1000)));
    assertEquals("64×\u2026", StepWords.briefestShape(Shape.of(1, 64, 56, 56)));
  }

  private static List<String> titles(StepWords words, CardPlan plan, Role role) {
    return List.of(words.titles(plan.step(role).orElseThrow()));
  }

  @Test
  void aConvolutionIsAbbreviatedWithItsStride() {
    CardPlan plan = plan("layer2.0");
    Step conv =
        plan.steps().stream().filter(s -> s.role() == Role.BRANCH).findFirst().orElseThrow();
    StepWords words = new StepWords(model.graph(), plan);
    assertEquals("3\u00d73 convolution, stride 2", words.detail(conv));
    assertEquals("3\u00d73 conv, /2", words.brief(conv));
  }
}
