function (guard) {
  var frame = guard.closest('.cst-frame');
  if (!frame || frame.dataset.guarded) return;
  frame.dataset.guarded = 'yes';
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', guard.dataset.label);

  /* A plain key stays here; Ctrl+S, Shift+Enter and the like still reach the notebook. One listener serves all frames
     of the page, those of later runs too: it has to hear a key before the notebook does, whose own is on the document. */
  if (!window.cst1992HearsKeys) window.addEventListener('keydown', function (event) {
    if (!event.target.closest || !event.target.closest('.cst-frame')) return;
    var plain = !event.ctrlKey && !event.metaKey && !event.altKey && !(event.shiftKey && event.key === 'Enter');
    event.target.toggleAttribute('data-lm-suppress-shortcuts', plain);
    if (plain && event.key === 'Enter' && event.target.tagName === 'INPUT') {
      var question = event.target.closest('.cst-question'), check = question && question.querySelector('.cst-primary');
      if (check) {
        event.preventDefault();
        event.stopPropagation();
        event.target.dispatchEvent(new Event('change', { bubbles: true }));
        check.click();
      }
    }
  }, true);
  window.cst1992HearsKeys = true;

  /* Widgets send several quick changes late, and a click at once: let the answer travel first. */
  var changed = 0, patience = 300;
  ['input', 'change'].forEach(function (kind) {
    frame.addEventListener(kind, function () { changed = Date.now(); }, true);
  });
  frame.addEventListener('click', function (event) {
    var button = event.target.closest('.cst-primary'), wait = changed + patience - Date.now();
    if (!button || wait <= 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(function () { button.click(); }, wait);
  }, true);

  var count = 0;
  function fresh() { count += 1; return 'cst-' + Math.random().toString(36).slice(2, 8) + '-' + count; }

  function name_everything() {
    frame.querySelectorAll('.cst-question').forEach(function (question) {
      var prompt = question.querySelector('.cst-prompt'), group = question.querySelector('.widget-radio-box, .cst-options');
      if (!prompt || !group) return;
      if (!prompt.id) prompt.id = fresh();
      var radios = question.querySelectorAll('input[type=radio]');
      group.setAttribute('role', radios.length ? 'radiogroup' : 'group');
      group.setAttribute('aria-labelledby', prompt.id);
      radios.forEach(function (radio) { radio.name = 'group-' + prompt.id; });
    });
    frame.querySelectorAll('.noUi-handle').forEach(function (handle) {
      var label = handle.closest('.widget-slider').querySelector('.widget-label');
      handle.setAttribute('aria-label', label ? label.textContent : '');
    });
  }

  name_everything();
  new MutationObserver(name_everything).observe(frame, { childList: true, subtree: true });
}
