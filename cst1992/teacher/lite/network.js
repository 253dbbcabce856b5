/* Python for this site comes from the network of the Pyodide project, at the release that was tried; the wheels in the
   list below lie beside this file. The project's own list is taken only if it is the one that was tried. */
importScripts('{address}pyodide.js');
self.loadPyodide = (function (load) {
  var network = '{address}', ours = {entries};
  return async function (options) {
    var here = options.indexURL.replace(/\/*$/, '/');
    var answer = await fetch(network + 'pyodide-lock.json', { integrity: '{integrity}' }), list = await answer.json();
    function place(entries, base) {
      Object.keys(entries).forEach(function (name) {
        list.packages[name] = Object.assign({}, entries[name], { file_name: new URL(entries[name].file_name, base).href });
      });
    }
    place(list.packages, network);
    place(ours, here);
    var file = new Blob([JSON.stringify(list)], { type: 'application/json' });
    return load(Object.assign({}, options, { indexURL: network, lockFileURL: URL.createObjectURL(file) }));
  };
})(self.loadPyodide);
