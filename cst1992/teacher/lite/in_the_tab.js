/* Stands in every page of the site that runs notebooks, and does what a page on a disk does not need. */
(function () {
  /* Python waits for this page whenever it reads or writes a file. Where the page fails, for instance because the browser
     has no more room, it would answer nothing, and Python would wait for ever. So what Python has asked for is given an
     empty answer; the library then looks whether its lines have arrived, and tells the learner. */
  var drive = new BroadcastChannel('/sw-api.v1'), asked = null;
  var EMPTY = { path: '', name: '', type: 'file', content: '', format: 'text', size: 0 };
  drive.onmessage = function (event) {
    var told = event.data || {};
    asked = told.data && told.data.method ? told.data : null;
  };
  function answer_always(contents) {
    ['get', 'save', 'newUntitled', 'rename', 'delete'].forEach(function (name) {
      var act = contents[name].bind(contents);
      contents[name] = function (path) {
        var by_python = asked && (asked.method === 'mknod' || asked.path === path) && asked.method !== 'lookup';
        var done = act.apply(null, arguments);
        return by_python ? done.catch(function () { return EMPTY; }) : done;
      };
    });
  }

  /* A sheet is handed in as a file: a button above it, or below it on a narrow page, saves the sheet and gives the file. */
  function give(widget) {
    widget.context.save().then(function () {
      var text = JSON.stringify(widget.context.model.toJSON(), null, 1) + '\n', link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/x-ipynb+json' }));
      link.download = widget.context.path.split('/').pop();
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    });
  }
  var button = document.createElement('button'), sheet = null;
  button.type = 'button';
  button.className = 'cst-give';
  button.textContent = 'Download this sheet';
  button.addEventListener('click', function () { give(sheet); });
  function offer(widget) {
    var bar = widget && widget.context && widget.toolbar && widget.toolbar.node;
    sheet = bar && /^exercises\//.test(widget.context.path) ? widget : null;
    var home = sheet && (window.innerWidth < 600 ? document.body : bar);
    if (home && button.parentNode !== home) home.appendChild(button);
    if (!home) button.remove();
  }
  var style = document.createElement('style');
  style.textContent = '.cst-give { margin: 0 8px; padding: 2px 12px; min-height: 24px; flex: none; border: 1px solid var(--jp-border-color0); border-radius: 4px;' +
    ' background: var(--jp-layout-color1); color: var(--jp-ui-font-color1); font: inherit; cursor: pointer; white-space: nowrap; }' +
    ' .cst-give:focus-visible { outline: 3px solid var(--jp-brand-color1); outline-offset: 1px; }' +
    ' body > .cst-give { position: fixed; right: 8px; bottom: 8px; z-index: 9; min-height: 44px; }';
  document.head.appendChild(style);
  var met = false;
  setInterval(function () {
    var app = window.jupyterapp;
    if (app && !met) {
      met = true;
      answer_always(app.serviceManager.contents);
    }
    if (app && app.shell) offer(app.shell.currentWidget);
  }, 250);
})();
