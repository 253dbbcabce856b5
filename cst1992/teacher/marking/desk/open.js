function open_the_desk(tries) {
  /* Run the only box of the notebook as soon as its kernel is there. */
  var app = window.jupyterapp, panel = app && app.shell && app.shell.currentWidget, left = tries === undefined ? 300 : tries;
  if (!panel || !panel.sessionContext) {
    if (left > 0) setTimeout(open_the_desk, 100, left - 1);
    return;
  }
  var context = panel.sessionContext;
  context.ready.then(function () {
    leave_as_it_is(panel.context);
    app.commands.execute('notebook:run-all-cells');
  });

  /* Marks are kept by the desk itself. The notebook is never saved: nothing of a student's gets into it, and nobody is asked
     whether to save it. */
  function leave_as_it_is(file) {
    file.save = function () { return Promise.resolve(); };
    function settle() { setTimeout(function () { file.model.dirty = false; }, 0); }
    file.model.stateChanged.connect(settle);
    settle();
  }
}
