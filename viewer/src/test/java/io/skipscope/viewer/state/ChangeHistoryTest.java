package io.skipscope.viewer.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.skipscope.graph.edit.SwapBlocks;
import io.skipscope.graph.edit.ZeroChannel;
import org.junit.jupiter.api.Test;

class ChangeHistoryTest {
  private static final Changes CUT = Changes.NONE.scaled("a", new Scales(1, 0));
  private static final Changes HALF = Changes.NONE.scaled("a", new Scales(0.5f, 0));

  @Test
  void undoAndRedoWalkTheSteps() {
    ChangeHistory history = ChangeHistory.EMPTY.then(CUT).then(HALF);
    assertEquals(CUT, history.undo().present());
    assertEquals(Changes.NONE, history.undo().undo().present());
    assertEquals(history, history.undo().undo().redo().redo());
  }

  @Test
  void aSliderInMotionIsOneStep() {
    ChangeHistory history = ChangeHistory.EMPTY.then(CUT).amended(HALF);
    assertEquals(Changes.NONE, history.undo().present());
  }

  @Test
  void aNewStepForgetsWhatWasUndone() {
    assertFalse(ChangeHistory.EMPTY.then(CUT).undo().then(HALF).canRedo());
  }

  @Test
  void aStepToTheSameChangesIsNone() {
    ChangeHistory history = ChangeHistory.EMPTY.then(CUT);
    assertSame(history, history.then(CUT));
  }

  @Test
  void aFailedStepIsTakenBackWithoutBeingRedoable() {
    ChangeHistory back = ChangeHistory.EMPTY.then(CUT).then(HALF).revertedTo(CUT);
    assertEquals(ChangeHistory.EMPTY.then(CUT), back);
  }

  @Test
  void aChangeMadeTwiceIsGone() {
    ZeroChannel zero = new ZeroChannel("v", 3);
    SwapBlocks swap = new SwapBlocks("a", "b");
    assertTrue(Changes.NONE.toggled(zero).toggled(zero).isEmpty());
    assertTrue(Changes.NONE.swapped(swap).swapped(swap).isEmpty());
    assertTrue(CUT.scaled("a", Scales.UNCHANGED).isEmpty());
  }
}
