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
  });
})();
