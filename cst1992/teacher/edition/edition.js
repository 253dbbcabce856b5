(function () {
  var wanted = window.matchMedia('(prefers-color-scheme: dark)').matches;
  function show(dark) {
    document.body.dataset.jpThemeLight = String(!dark);
    var button = document.getElementById('theme');
    if (button) { button.hidden = false; button.textContent = dark ? 'Light page' : 'Dark page'; }
  }
  show(wanted);
  document.addEventListener('DOMContentLoaded', function () {
    show(wanted);
    document.getElementById('theme').addEventListener('click', function () { wanted = !wanted; show(wanted); });
    var folds = document.querySelectorAll('details'), button = document.getElementById('folds'), open = false;
    button.hidden = folds.length === 0;
    button.addEventListener('click', function () {
      open = !open;
      folds.forEach(function (fold) { fold.open = open; });
      button.textContent = open ? 'Close all folds' : 'Open all folds';
    });

    /* The questions of a page as a sheet: without their answers, or with them. */
    var opened = [];
    document.querySelectorAll('a[data-sheet]').forEach(function (link) {
      link.hidden = !document.querySelector('.question');
      link.addEventListener('click', function (event) {
        event.preventDefault();
        document.body.dataset.print = link.dataset.sheet;
        if (link.dataset.sheet === 'answers') document.querySelectorAll('.question details:not([open])').forEach(function (fold) {
          fold.open = true;
          opened.push(fold);
        });
        window.print();
      });
    });
    window.addEventListener('afterprint', function () {
      delete document.body.dataset.print;
      opened.splice(0).forEach(function (fold) { fold.open = false; });
    });
  });
})();
