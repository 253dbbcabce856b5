/* What this browser keeps of the learner: told, given as a file, and taken from a file. Python is not needed for it. */
(function () {
  var RECORD = 'answers.jsonl', STORE = 'files', NAME = document.body.dataset.storage;
  var kept = document.getElementById('kept'), trouble = document.getElementById('not-kept');

  function warn(sentence) { trouble.textContent = sentence; trouble.hidden = false; }
  if (!window.isSecureContext || !navigator.serviceWorker) warn(
    'In this window your answers cannot be kept. Open this page by an address that begins with https:// or with ' +
    'http://localhost, and not in a private window. Everything else works.');

  function open() {
    return new Promise(function (resolve, reject) {
      var asked = indexedDB.open(NAME);
      asked.onupgradeneeded = function () { asked.result.createObjectStore(STORE); };
      asked.onerror = function () { reject(asked.error); };
      asked.onsuccess = function () { resolve(asked.result); };
    });
  }
  function work(mode, act) {
    return open().then(function (base) {
      return new Promise(function (resolve, reject) {
        var change = base.transaction(STORE, mode), asked = act(change.objectStore(STORE));
        change.oncomplete = function () { base.close(); resolve(asked.result); };
        change.onabort = change.onerror = function () { base.close(); reject(change.error); };
      });
    });
  }
  function read() { return work('readonly', function (store) { return store.get(RECORD); }); }
  function write(file) { return work('readwrite', function (store) { return store.put(file, RECORD); }); }

  function lines_of(text) { return (text || '').replace(/^\uFEFF/, '').split(/\r?\n/).filter(function (line) { return line.trim(); }); }
  function entry_of(line) {
    try {
      var entry = JSON.parse(line);
      return entry && entry.kind && entry.when && !isNaN(Date.parse(entry.when)) ? entry : null;
    } catch (error) { return null; }
  }
  /* Two copies of an entry are the same whether or not the older one names its module. */
  function same(entry) {
    return JSON.stringify(Object.keys(entry).filter(function (name) { return name !== 'module'; }).sort()
      .map(function (name) { return [name, entry[name]]; }));
  }
  function count(number, one, several) { return number + ' ' + (number === 1 ? one : several); }

  function tell(before) {
    return read().then(function (file) {
      var entries = lines_of(file && file.content).map(entry_of).filter(Boolean);
      var days = entries.map(function (entry) { return Date.parse(entry.when); });
      var last = new Date(Math.max.apply(null, days)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
      kept.textContent = (before || '') + (entries.length
        ? 'Kept in this browser: ' + count(entries.length, 'answer or choice', 'answers and choices') + ', the last on ' + last + '.'
        : 'Nothing is kept in this browser yet.');
    }).catch(function () {
      kept.textContent = 'This browser lets the page keep nothing.';
    });
  }

  document.getElementById('take').addEventListener('click', function () {
    read().then(function (file) {
      if (!file || !file.content) return tell('There is nothing to download. ');
      var link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([file.content], { type: 'text/plain' }));
      link.download = 'my_' + RECORD;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    });
  });

  document.getElementById('bring').addEventListener('change', function (event) {
    var chosen = event.target.files[0];
    if (!chosen) return;
    Promise.all([chosen.text(), read()]).then(function (both) {
      var arriving = lines_of(both[0]).filter(entry_of), there = lines_of(both[1] && both[1].content);
      var known = new Set(there.map(entry_of).filter(Boolean).map(same));
      var fresh = arriving.filter(function (line) { return !known.has(same(entry_of(line))); });
      if (!arriving.length) return tell(chosen.name + ' holds no answers of these pages. Choose a file that was downloaded here. ');
      var now = new Date().toISOString(), text = there.concat(fresh).join('\n') + '\n';
      var file = Object.assign({ name: RECORD, path: RECORD, created: now, writable: true, type: 'file' }, both[1],
        { last_modified: now, format: 'text', mimetype: 'text/plain', content: text, size: new Blob([text]).size });
      return write(file).then(function () {
        return tell(count(fresh.length, 'was', 'were') + ' added, ' + count(arriving.length - fresh.length, 'was', 'were') + ' here already. ');
      });
    }).catch(function (error) {
      kept.textContent = error && error.name === 'QuotaExceededError'
        ? 'There is no room for it: this browser has no more space for this site.'
        : 'The file could not be read. Nothing was changed.';
    }).then(function () { event.target.value = ''; });
  });

  window.addEventListener('pageshow', function () { tell(); });
  document.addEventListener('visibilitychange', function () { if (!document.hidden) tell(); });
})();
