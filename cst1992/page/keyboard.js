function (guard) {
  var frame = guard.closest('.cst-frame');
  if (!frame || frame.dataset.guarded) return;
  frame.dataset.guarded = 'yes';
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', guard.dataset.label);

  /* Widgets send several quick changes late, and a click at once. So the press of a question's button travels in one line with
     all that stands in the question: see whole_answer.py. */
  frame.addEventListener('click', function (event) {
    var button = event.target.closest('.cst-primary'), question = button && button.closest('.cst-question, .cst-row');
    var line = question && question.querySelector('.cst-whole input');
    if (!line || button.disabled) return;
    event.stopImmediatePropagation();
    tell_whole(question, line);
  }, true);

  function tell_whole(question, line) {
    var inputs = Array.from(question.querySelectorAll('.widget-radio-box, .widget-checkbox input, .widget-dropdown select, .widget-text input, .widget-textarea textarea'));
    var state = inputs.filter(function (node) { return node !== line; }).map(function (node) {
      if (node.tagName === 'SELECT') return node.selectedIndex;
      if (node.type === 'checkbox') return node.checked;
      if (node.tagName !== 'DIV') return node.value;
      return Array.from(node.querySelectorAll('input')).findIndex(function (one) { return one.checked; });
    });
    line.value = JSON.stringify({ pressed: Date.now() + '-' + fresh(), state: state });
    line.dispatchEvent(new Event('input', { bubbles: true }));
  }

  var count = 0;
  function fresh() { count += 1; return 'cst-' + Math.random().toString(36).slice(2, 8) + '-' + count; }

  /* The name of a control of one question, in the words that Python has given. */
  function named(control, number) {
    return guard.dataset.named.replace('{control}', control).replace('{number}', number);
  }

  function name_everything() {
    frame.querySelectorAll('.cst-question').forEach(function (question) {
      var prompt = question.querySelector('.cst-prompt'), group = question.querySelector('.widget-radio-box, .cst-options, .cst-verdicts');
      if (!prompt || !group) return;
      if (!prompt.id) prompt.id = fresh();
      var radios = question.querySelectorAll('input[type=radio]');
      group.setAttribute('role', radios.length ? 'radiogroup' : 'group');
      group.setAttribute('aria-labelledby', prompt.id);
      radios.forEach(function (radio) { radio.name = 'group-' + prompt.id; });
    });
    /* A quiz has several buttons "Check" and boxes to write in: each is named with the number of its question. */
    frame.querySelectorAll('.cst-question').forEach(function (question) {
      var prompt = question.querySelector('.cst-prompt'), number = prompt && /^\d+(?=\.)/.exec(prompt.textContent.trim());
      if (number) question.querySelectorAll('.cst-buttons button').forEach(function (button) {
        button.setAttribute('aria-label', named(button.textContent, number[0]));
      });
      if (number) question.querySelectorAll('.widget-text').forEach(function (box) {
        var label = box.querySelector('label'), input = box.querySelector('input');
        if (label && input) input.setAttribute('aria-label', named(label.textContent.trim(), number[0]));
      });
    });
    /* A button that stands in several lines is named by its line: its hint says what it moves. */
    frame.querySelectorAll('.cst-line button[title]').forEach(function (button) {
      button.setAttribute('aria-label', button.title);
    });
    /* A box for a day of ipywidgets has no first and no last day: its calendar takes those that stand beside it. */
    var days = frame.querySelector('.cst-days'), day = frame.querySelector('input[type=date]');
    if (days && day && !day.min) {
      days.id = fresh();
      day.min = days.dataset.first;
      day.max = days.dataset.last;
      day.setAttribute('aria-describedby', days.id);
    }
  }

  /* What is said to an answer comes into view, its beginning first; also when the reader went on a moment ago. */
  function show_what_is_said(changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(function (node) {
        var told = node.matches && (node.matches('[role=alert]') ? node : node.querySelector('[role=alert]'));
        var here = frame.contains(document.activeElement) || Date.now() - (frame.dataset.left || 0) < 3000;
        var panel = told && here && frame.closest('.jp-WindowedPanel-outer');
        if (!panel) return;
        var box = told.getBoundingClientRect(), view = panel.getBoundingClientRect();
        var below = Math.min(box.bottom - view.bottom, box.top - view.top - 16) + 8;
        if (below > 0) panel.scrollTop += below;
        else if (box.top < view.top) panel.scrollTop += box.top - view.top - 8;
      });
    });
  }

  name_everything();
  new MutationObserver(function (changes) {
    name_everything();
    show_what_is_said(changes);
  }).observe(frame, { childList: true, subtree: true, attributeFilter: ['title'] });
}
