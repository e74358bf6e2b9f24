package io.skipscope.viewer.graphpane;

import io.skipscope.viewer.action.ActionTable;
import io.skipscope.viewer.action.Command;
import io.skipscope.viewer.action.KeyMap;
import io.skipscope.viewer.canvas.Focus;
import io.skipscope.viewer.canvas.ScrollPanes;
import io.skipscope.viewer.export.Exportable;
import io.skipscope.viewer.state.Folds;
import io.skipscope.viewer.state.StateStore;
import io.skipscope.viewer.state.ViewerChange;
import io.skipscope.viewer.text.Text;
import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** The left side: a line to search in, and the drawn network. */
public final class NetPane extends JPanel {
  private final StateStore store;
  private final NetView view;
  private final JTextField search = new JTextField();
  private final IntConsumer onSelect;

  /**
   * @param onSelect told of the block that the user selects
   * @param onOperator told of the operator, outside of blocks, that the user selects
   */
  public NetPane(StateStore store, IntConsumer onSelect, Consumer<String> onOperator) {
    super(new BorderLayout());
    this.store = store;
    this.onSelect = onSelect;
    view = new NetView(store, onSelect, onOperator);
    JPanel top = new JPanel(new BorderLayout());
    top.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
    top.add(search, BorderLayout.CENTER);
    setUpSearch();
    store.addListener(
        (changes, state) -> {
          if (changes.contains(ViewerChange.KEYS)) {
            showKey(new KeyMap(state.keys()));
          }
        });
    add(top, BorderLayout.NORTH);
    JScrollPane pane = ScrollPanes.of(view);
    pane.getViewport()
        .addComponentListener(
            new ComponentAdapter() {
              @Override
              public void componentResized(ComponentEvent event) {
                view.fitWidth();
              }
            });
    add(pane, BorderLayout.CENTER);
  }

  private void setUpSearch() {
    search.setName("search");
    search.getAccessibleContext().setAccessibleName(Command.FIND.label());
    search.putClientProperty("JTextField.showClearButton", true);
    search.setTransferHandler(null);
    search.addActionListener(event -> view.findNext(onSelect));
    Focus.onKey(
        search,
        "ESCAPE",
        () -> {
          search.setText("");
          focusView();
        });
    search
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                searched();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                searched();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                searched();
              }
            });
  }

  private void showKey(KeyMap keys) {
    search.putClientProperty(
        "JTextField.placeholderText", Text.of("net.search", keys.text(Command.FIND)));
    search.repaint();
  }

  private void searched() {
    store.update(s -> s.with().search(search.getText().strip()).build());
  }

  /** Adds what only the drawing can do. */
  public void addTo(ActionTable table) {
    table.explain(search, Command.FIND);
    table
        .put(Command.FIND, search::requestFocusInWindow)
        .put(Command.FIND_NEXT, () -> view.findNext(onSelect))
        .put(Command.FOLD, this::foldSelected)
        .put(Command.SHOW_STAGES, () -> fold(Folds.Level.STAGES))
        .put(Command.SHOW_BLOCKS, () -> fold(Folds.Level.BLOCKS))
        .put(Command.SHOW_OPERATORS, () -> fold(Folds.Level.OPERATORS))
        .put(Command.NETWORK_LARGER, view::zoomIn)
        .put(Command.NETWORK_SMALLER, view::zoomOut)
        .put(Command.FIT_NETWORK, view::fit);
  }

  private void fold(Folds.Level level) {
    store.update(s -> s.with().folds(Folds.of(level)).build());
  }

  private void foldSelected() {
    store
        .state()
        .selectedBlock()
        .ifPresent(
            block -> store.update(s -> s.with().folds(s.folds().toggled(block.name())).build()));
  }

  /** The drawing of the whole network, to be kept; empty while there is none. */
  public Optional<Exportable> exportable() {
    return view.drawing().map(Exportable::drawn);
  }

  public void focusView() {
    view.requestFocusInWindow();
  }
}
