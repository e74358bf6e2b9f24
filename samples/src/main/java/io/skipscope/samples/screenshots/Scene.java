package io.skipscope.samples.screenshots;

import io.skipscope.viewer.drive.WindowDriver;
import io.skipscope.viewer.state.Pointer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Something that the window can show. Each begins where {@link Stage#clear} has ended. */
enum Scene {
  CARD(stage -> {}),
  CHANGED(stage -> stage.changes("ctrl K", s -> !s.run().changes().isEmpty())),
  COMPARED(
      stage -> {
        stage.changes("ctrl H", s -> s.comparison() != null);
        stage.changes("ctrl K", s -> !s.run().changes().isEmpty());
        stage.press("ctrl B");
        stage.press("ctrl B");
      }),
  STAGES(stage -> stage.press("ctrl 1")),
  OPERATORS(stage -> stage.press("ctrl 3")),
  MAPS(stage -> stage.press("ctrl G")),
  ENLARGED(
      stage -> {
        stage.press("ctrl G");
        stage.press("ENTER");
        point(stage);
      }),
  OVERLAY(
      stage -> {
        stage.press("ctrl G");
        stage.press("ctrl U");
      }),
  WEIGHTS(stage -> stage.press("ctrl shift G")),
  ARITHMETIC(
      stage -> {
        stage.press("ctrl J");
        pointAtConvolution(stage);
      }),
  FIELD(
      stage -> {
        point(stage);
        stage.changes("ctrl shift J", s -> s.field() != null);
      }),
  ERROR(
      stage -> {
        WindowDriver window = stage.window();
        window.perform(() -> window.viewer().controller().openModel("missing.onnx"));
        window.await("the error", s -> s.message() != null);
      }),
  KEYS(stage -> stage.openDialog("F1")),
  NUMBERS(stage -> stage.openDialog("ctrl alt I")),
  // The last one, as another picture is the input from then on.
  SURVEY(
      stage -> {
        stage.showStrip();
        stage.changes("ctrl Y", s -> s.shownUnits() != null);
      });

  static final List<Scene> ALL = List.of(values());

  private final Consumer<Stage> show;

  Scene(Consumer<Stage> show) {
    this.show = show;
  }

  void show(Stage stage) {
    show.accept(stage);
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".png";
  }

  /** Points at the middle of what the first operator of F gives, a sum of many products. */
  private static void pointAtConvolution(Stage stage) {
    stage.update(
        s ->
            s.with()
                .pointer(
                    Pointer.middle(
                        s.selectedBlock().orElseThrow().residualNodes().get(0), s.channel()))
                .build());
  }

  /** Points at the middle of the selected channel of what the block gives. */
  private static void point(Stage stage) {
    stage.update(
        s ->
            s.with()
                .pointer(Pointer.middle(s.maps().tap(s.model(), s.block()), s.channel()))
                .build());
  }
}
