function (mark) {
  /* The keys of a whole page, once for each page, and the view after a box has run. */
  var page = window.cst1992Page;
  if (!page) page = window.cst1992Page = listen();
  page.arrived(mark);

  function listen() {
    var CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]';
    var ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    var touched = 0;

    function cell_of(node) { return node && node.closest ? node.closest('.jp-Notebook .jp-Cell') : null; }
    function shown(node) { return node.getClientRects().length > 0 && getComputedStyle(node).visibility !== 'hidden'; }
    function folded(node) {
      var fold = node.closest('details:not([open])');
      return !!fold && !(node.parentNode === fold && node.tagName === 'SUMMARY' && !fold.parentNode.closest('details:not([open])'));
    }
    function is_text(node) {
      return node.tagName === 'TEXTAREA' || node.isContentEditable ||
        (node.tagName === 'INPUT' && !/^(radio|checkbox|button|submit|range|file)$/.test(node.type));
    }
    function moves_by_arrows(node) {
      return is_text(node) || node.tagName === 'SELECT' || /^(radio|range)$/.test(node.type || '') ||
        node.getAttribute('role') === 'slider' || node.classList.contains('noUi-handle') ||
        (node.classList.contains('cst-table') && node.scrollWidth > node.clientWidth + 1);
    }

    /* What Tab reaches in a cell: its output, or the links of its text; not its editor. */
    function controls_in(cell) {
      return Array.from(cell.querySelectorAll(CONTROLS)).filter(function (node) {
        return node.tabIndex >= 0 && !node.disabled && shown(node) && !folded(node) &&
          !node.closest('.jp-InputArea-editor, .jp-cell-toolbar, .jp-Toolbar') &&
          node.closest('.jp-Cell-outputWrapper, .jp-MarkdownOutput') && !node.closest('.jp-OutputPrompt, .jp-Collapser, .jp-InternalAnchorLink');
      });
    }
    function together(one, other) {
      return one === other || (one.type === 'radio' && other.type === 'radio' && one.name && one.name === other.name);
    }
    function neighbour(cell, step) {
      var cells = Array.from(cell.closest('.jp-Notebook').querySelectorAll('.jp-Cell')).filter(shown);
      return cells[cells.indexOf(cell) + step];
    }

    function panel_of(cell) { return cell.closest('.jp-WindowedPanel-outer') || cell.closest('.jp-Notebook'); }
    function bring(cell) {
      var panel = panel_of(cell), box = cell.getBoundingClientRect(), view = panel.getBoundingClientRect();
      if (box.top >= view.top && box.bottom <= view.bottom) return;
      panel.scrollTop += box.top - view.top - 8;
    }
    function go_to(cell) {
      cell.focus({ preventScroll: true });
      bring(cell);
    }
    function stop(event) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }

    /* Of several options that belong together the one that is chosen, as everywhere on the web. */
    function chosen(node) {
      var group = node.type === 'radio' && node.name ? Array.from(document.getElementsByName(node.name)) : [];
      return group.find(function (one) { return one.checked; }) || node;
    }

    /* Tab walks from a cell through its controls to the next cell, and back again. */
    function tab(event, cell, node) {
      var step = event.shiftKey ? -1 : 1, inside = controls_in(cell), goal;
      if (node === cell) goal = step > 0 && inside.length ? inside[0] : neighbour(cell, step);
      else {
        if (!inside.some(function (one) { return together(one, node); })) return;
        var left = step > 0 ? inside.slice(inside.indexOf(node) + 1) : inside.slice(0, inside.indexOf(node));
        if (left.some(function (one) { return !together(one, node); })) return;
        goal = step > 0 ? neighbour(cell, 1) : cell;
      }
      if (!goal) return;
      stop(event);
      if (goal.classList.contains('jp-Cell')) go_to(goal); else chosen(goal).focus();
    }

    function answered(question) {
      return Array.from(question.querySelectorAll('input, select, textarea')).filter(shown).some(function (node) {
        return /^(radio|checkbox)$/.test(node.type) ? node.checked : node.value.trim() !== '';
      }) || !!question.querySelector('.cst-line');
    }
    /* Check or keep what stands in a question; a text travels first. Who only passes by is not asked for an answer. */
    function settle(question, node, passing) {
      if (is_text(node)) node.dispatchEvent(new Event('change', { bubbles: true }));
      if (!passing || answered(question)) question.querySelector('.cst-primary').click();
    }

    /* On to the next question of the same quiz, or to the next box; what is said to the answer stays in view. */
    function go_on(cell, question) {
      question.closest('.cst-frame').dataset.left = Date.now();
      var further = controls_in(cell).filter(function (node) {
        return node.closest('.cst-question') && question.compareDocumentPosition(node) === Node.DOCUMENT_POSITION_FOLLOWING;
      });
      if (further.length) chosen(further[0]).focus(); else if (neighbour(cell, 1)) go_to(neighbour(cell, 1));
    }

    /* Arrows go up and down the boxes and buttons of one question. */
    function along(event, node) {
      var group = node.closest('.cst-options'), step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!group || !step || !/^(checkbox)$/.test(node.type) && !node.closest('.cst-line')) return false;
      var column = node.closest('.cst-line') ? Array.from(node.parentNode.querySelectorAll('button')).indexOf(node) : 0;
      var rows = node.closest('.cst-line') ? group.querySelectorAll('.cst-line') : group.querySelectorAll('.widget-checkbox');
      var place = Array.from(rows).findIndex(function (row) { return row.contains(node); }) + step;
      if (rows[place]) rows[place].querySelectorAll('button, input')[column].focus();
      stop(event);
      return true;
    }

    /* On a box itself: Tab as above, and arrows reach a box whose code is folded, which the notebook leaps over. */
    function on_cell(event, cell) {
      if (event.key === 'Tab') { tab(event, cell, cell); return; }
      var step = event.shiftKey ? 0 : { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1 }[event.key];
      var goal = step && neighbour(cell, step);
      if (goal && goal.querySelector('.jp-Cell-inputWrapper .jp-InputPlaceholder')) { stop(event); go_to(goal); }
    }

    function heard(event) {
      var node = event.target, cell = cell_of(node);
      touched = Date.now();
      if (!cell || event.isComposing || node.closest('[data-desk]')) return;
      var plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (node === cell) { if (plain) on_cell(event, cell); return; }
      if (!node.closest('.jp-Cell-outputWrapper, .jp-MarkdownOutput')) return;
      node.removeAttribute('data-lm-suppress-shortcuts');
      if (event.key === 'Tab' && plain) { tab(event, cell, node); return; }
      if (event.key === 'Escape' && plain) { stop(event); go_to(cell); return; }
      var question = node.closest('.cst-question');
      question = question && question.querySelector('.cst-primary') ? question : null;
      if (event.key === 'Enter' && !event.altKey && (event.shiftKey || !plain)) {
        if (!question) return;
        stop(event);
        settle(question, node, event.shiftKey);
        if (event.shiftKey) go_on(cell, question);
        return;
      }
      if (!plain) return;
      if (event.key === 'Enter' && node.tagName === 'INPUT' && question) { stop(event); settle(question, node); return; }
      if (ARROWS.indexOf(event.key) >= 0 && !moves_by_arrows(node)) { along(event, node); return; }
      node.setAttribute('data-lm-suppress-shortcuts', 'true');
    }

    /* After a box has run, its beginning stands in view, not the box below it; a reader who moves on is left alone. */
    function arrived(mark) {
      var cell = cell_of(mark), begun = Date.now();
      if (!cell) return;
      var active = cell.closest('.jp-Notebook').querySelector('.jp-Cell.jp-mod-active');
      if (active !== cell && active !== neighbour(cell, 1)) return;
      [0, 100, 300, 700, 1200].forEach(function (wait) {
        setTimeout(function () { if (touched <= begun && cell.isConnected) bring(cell); }, wait);
      });
    }

    window.addEventListener('keydown', heard, true);
    ['pointerdown', 'wheel', 'touchmove'].forEach(function (kind) {
      window.addEventListener(kind, function () { touched = Date.now(); }, { capture: true, passive: true });
    });
    return { arrived: arrived };
  }
}
