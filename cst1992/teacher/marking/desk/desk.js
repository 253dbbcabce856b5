function (mark) {
  /* The keys and the clicks of the desk. What they do is decided in Python: they travel there in one list, in the order in
     which they came. So quick fingers lose none, none overtakes another, and no level lands on the next text. */
  var frame = mark.closest('.cst-frame');
  if (!frame || frame.dataset.desk) return;
  frame.dataset.desk = 'yes';
  var page = Math.random().toString(36).slice(2), told = [], count = 0, by_mouse = false, given_back = 0, patience = 15000;

  function state() { return JSON.parse(frame.querySelector('.cst-desk-state').dataset.state); }
  function heard_of() { return state().heard[page] || 0; }
  function tell(what) {
    var line = frame.querySelector('.cst-desk-events input'), done = heard_of(), number = count += 1;
    told = told.filter(function (one) { return one[0] > done; }).concat([[number, what]]);
    line.value = JSON.stringify({ page: page, told: told });
    line.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(function () { if (frame.isConnected && heard_of() < number) silent(true); }, patience);
  }
  /* A level, or a comment, is meant for the text that the reader saw: Python is told which one that was. */
  function tell_here(what) {
    what.on = state().on;
    tell(what);
  }

  /* Python says what is chosen. While something is on its way the page is left as the reader has made it. */
  function show() {
    if (!frame.querySelector('.cst-desk-state') || heard_of() < count) return;
    var now = state();
    silent(false);
    frame.querySelectorAll('.cst-rubric .cst-question').forEach(function (group, criterion) {
      if (group.classList.contains('cst-here') !== (criterion === now.here)) group.classList.toggle('cst-here');
      group.querySelectorAll('input').forEach(function (one, level) {
        one.checked = now.levels[criterion] === level;
        one.disabled = !now.on;
      });
    });
    frame.querySelectorAll('.cst-options input').forEach(function (one) {
      one.checked = now.given.indexOf(one.dataset.comment) >= 0;
      one.disabled = !now.on;
    });
    frame.querySelectorAll('select').forEach(function (menu, which) { menu.selectedIndex = now.menus[which]; });
    if (now.back && now.turn !== given_back && !box().value) box().value = now.back;
    given_back = now.turn;
  }
  function silent(is) {
    var there = frame.querySelector('.cst-desk-silent');
    if (there && !is) there.remove();
    if (there || !is) return;
    frame.querySelector('.cst-desk-head').insertAdjacentHTML('afterend', '<div class="cst-desk-silent cst-feedback cst-bad">' +
      '<p role="alert">✗ Python does not answer, and what you did last is not kept. Load the page again.</p></div>');
  }
  window.addEventListener('beforeunload', function (event) {
    if (frame.isConnected && heard_of() < count) event.preventDefault();
  });
  function memo() { return frame.querySelector('.cst-memo-text'); }
  function to_the_text() {
    var goal = memo() || frame.querySelector('.cst-desk-title h1');
    if (goal) goal.focus({ preventScroll: true });
  }
  function box() { return frame.querySelector('.cst-desk-write textarea'); }
  function written(again) {
    tell_here({ write: box().value, again: again });
    box().value = '';
    box().dispatchEvent(new Event('input', { bubbles: true }));
    to_the_text();
  }

  /* The letter or digit on a key, whatever the keyboard's alphabet is. */
  function meaning(event) {
    var digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code), letter = /^Key([A-Z])$/.exec(event.code);
    if (/^\d$/.test(event.key)) return event.key;
    if (digit && !event.shiftKey && event.key.length === 1) return digit[1];
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
    if (letter && event.key.length === 1) return letter[1].toLowerCase();
    return event.key;
  }
  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  function in_the_box(event) {
    if (event.key === 'Enter') { stop(event); written(event.shiftKey); }
    if (event.key === 'Escape') { stop(event); to_the_text(); }
  }
  /* On the desk, in what it stands in (JupyterLab gives the focus to its panels now and then), or beside it in the notebook;
     not in a menu, a window of JupyterLab's own, or the editor of a box. */
  function here(node) {
    if (frame.contains(node) || node.contains(frame)) return true;
    var notebook = node.closest('.jp-Notebook');
    return !!notebook && notebook.contains(frame) && !node.closest('.jp-InputArea-editor');
  }
  function unfold(model) {
    model.open = !model.open;
    if (model.open) model.scrollIntoView({ block: 'nearest' });
  }
  function own_key(key, event) {
    if (key === 'm') unfold(frame.querySelector('.cst-model'));
    else if (key === 'w') box().focus();
    else if (key === ' ' && memo()) memo().scrollBy(0, (event.shiftKey ? -0.85 : 0.85) * memo().clientHeight);
    else return false;
    return true;
  }
  function heard(event) {
    var node = event.target;
    by_mouse = false;
    if (!frame.isConnected || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !here(node)) return;
    if (node === box()) { in_the_box(event); return; }
    if (node.tagName === 'TEXTAREA' || (node.tagName === 'INPUT' && node.type === 'text')) return;
    var key = meaning(event);
    if (node.tagName === 'SELECT') {
      if (!/^(\d|Escape)$/.test(key)) return;
      to_the_text();
    }
    if (/^(BUTTON|SUMMARY|A)$/.test(node.tagName) && (key === 'Enter' || key === ' ')) return;
    if (node.tagName === 'INPUT' && key === ' ') return;
    if (!/^([a-z0-9 ]|Enter|Backspace)$/.test(key) || (event.shiftKey && key !== ' ')) {
      node.setAttribute('data-lm-suppress-shortcuts', 'true');
      return;
    }
    stop(event);
    if (event.repeat && key !== ' ') return;
    if (!own_key(key, event)) tell(key);
  }
  window.addEventListener('keydown', heard, true);

  function place(node, all, room) { return Array.prototype.indexOf.call((room || frame).querySelectorAll(all), node); }
  function own_click(press, node) {
    var key = press && /cst-key-(\w+)/.exec(press.className), group = node.closest('.cst-rubric .cst-question');
    if (key) tell(key[1]);
    else if (press && press.closest('.cst-desk-add')) written(press.classList.contains('cst-again'));
    else if (node.type === 'radio') tell_here({ level: [place(group, '.cst-rubric .cst-question'), place(node, 'input', group)] });
    else if (node.type === 'checkbox') tell_here({ comment: node.dataset.comment, given: node.checked });
    else return false;
    return true;
  }
  function clicked(event) {
    if (!frame.contains(event.target)) return;
    var press = event.target.closest('button, summary');
    if (own_click(press, event.target)) event.stopImmediatePropagation();
    /* After a click of the mouse the keys belong to the text again; Enter then goes on, and does not press the button twice. */
    if (press && event.detail > 0) setTimeout(to_the_text, 0);
  }
  function turned(event) {
    var menu = event.target;
    if (menu.tagName !== 'SELECT' || !frame.contains(menu)) return;
    stop(event);
    tell({ menu: [place(menu, 'select'), menu.selectedIndex] });
    /* So does a menu: once a line was chosen by mouse, the next digit is a level again. */
    if (by_mouse) setTimeout(to_the_text, 0);
  }
  window.addEventListener('click', clicked, true);
  window.addEventListener('change', turned, true);
  frame.addEventListener('pointerdown', function () { by_mouse = true; }, true);

  /* What the next digit chooses for comes into view; a text that was replaced takes the keys again. */
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      var node = change.target;
      if (change.type === 'attributes' && node.matches('.cst-here')) node.scrollIntoView({ block: 'nearest' });
    });
    show();
    if (document.activeElement === document.body) to_the_text();
  }).observe(frame, { childList: true, subtree: true, attributeFilter: ['class'] });
  show();
  to_the_text();
}
