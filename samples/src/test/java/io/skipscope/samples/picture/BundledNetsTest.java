package io.skipscope.samples.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.Model;
import io.skipscope.Prediction;
import io.skipscope.Session;
import io.skipscope.image.BundledPictures;
import io.skipscope.image.Picture;
import io.skipscope.image.Preprocessor;
import io.skipscope.job.Job;
import io.skipscope.plan.PlanOptions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledNetsTest {
  private static final Map<String, Session> SESSIONS = new HashMap<>();

  /** A picture that is named by luck would not reach this. */
  private static final double CONFIDENT = 0.8;

  @AfterAll
  static void close() {
    SESSIONS.values().forEach(Session::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ladybug",
        "orange",
        "banana",
        "school_bus",
        "teapot",
        "pizza",
        "goldfish",
        "jellyfish"
      })
  void mobileNetNamesTheScene(String label) {
    assertNamed("mobilenet_v2_tinyimagenet20", label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ship", "airplane"})
  void resNetNamesTheScene(String label) {
    assertNamed("resnet20_cifar10jpeg", label);
  }

  private static void assertNamed(String net, String label) {
    Session session = SESSIONS.computeIfAbsent(net, BundledNetsTest::open);
    Picture picture = BundledPictures.open(label + ".jpg");
    var input = Preprocessor.toTensor(picture, session.model().inputSpec());
    Prediction best = Prediction.top(session.model(), session.run(input).output(), 1).get(0);
    assertEquals(label, best.label());
    assertTrue(best.probability() > CONFIDENT, best.toString());
  }

  private static Session open(String net) {
    return Session.open(Model.open(net, null, Job.unwatched()), "java", PlanOptions.DEFAULT);
  }
}
