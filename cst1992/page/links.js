/* A link to a cell of this page scrolls there; the cell becomes the active one too, so that the next Shift+Enter runs it
   and not the box with the link. One listener serves all links of the page. */
if (!window.cst1992KnowsWays) document.addEventListener('click', function (event) {
  var link = event.target.closest && event.target.closest('a[data-heading]'), tries = 0;
  if (!link || link.getAttribute('href').charAt(0) !== '#') return;

  function cell_of() {
    var cells = [].slice.call(document.querySelectorAll('.jp-Notebook .jp-Cell')), boxes = Number(link.dataset.box);
    var start = cells.findIndex(function (cell) {
      return [].some.call(cell.querySelectorAll('.jp-MarkdownOutput :is(h1,h2,h3,h4)'), function (heading) {
        return heading.textContent.replace(/¶$/, '') === link.dataset.heading;
      });
    });
    if (start < 0 || !boxes) return cells[start];
    return cells.slice(start).filter(function (cell) { return cell.matches('.jp-CodeCell'); })[boxes - 1];
  }

  function arrive() {
    var cell = cell_of();
    tries += 1;
    if (cell && tries < 3) cell.scrollIntoView();  /* Jupyter does not go to the same place twice */
    if (cell) cell.focus({ preventScroll: true });
    if ((!cell || !cell.matches('.jp-mod-active')) && tries < 20) setTimeout(arrive, 100);
  }
  setTimeout(arrive, 100);
});
window.cst1992KnowsWays = true;
