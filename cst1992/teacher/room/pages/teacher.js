// The teacher's page: sends the key that came in its address, moves the session, and shows what the room has answered.
"use strict";
(function () {
  const at = (name) => document.getElementById(name);
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("cst1992-room") : null;
  const place = "cst1992-room-key:" + location.pathname;
  let key = location.hash.slice(1), state = null, ends = null, asked = 0, busy = false;
  try { if (key) sessionStorage.setItem(place, key); else key = sessionStorage.getItem(place) || ""; } catch (_) { /* the key stays in this page */ }
  if (location.hash) history.replaceState(null, "", location.pathname);

  async function ask(address, body) {
    const mine = ++asked;
    const options = { cache: "no-store", credentials: "omit", headers: { "Room-Key": key } };
    if (body) { options.method = "POST"; options.headers["Content-Type"] = "application/json"; options.body = JSON.stringify(body); }
    const answer = await fetch(address, options), found = await answer.json();
    if (!answer.ok) { at("said").textContent = found.said || ""; throw new Error(found.said); }
    if (mine === asked) take(found);
  }
  async function look() {
    if (!busy) try { await ask("teaching?seen=" + encodeURIComponent(state ? state.seen : "")); } catch (error) { if (error instanceof TypeError) at("said").textContent = "The server does not answer. Is its window still open?"; }
    setTimeout(look, 1000);
  }
  async function move(what) {
    if (!state || busy) return;
    busy = true;
    try { await ask("teach", Object.assign({ at: state.at }, what)); } catch (_) { /* said above */ } finally { busy = false; }
  }
  async function forward() {
    for (const form of at("view").querySelectorAll("form")) if (isChanged(form)) await move(typed(form));
    await move({ do: "forward" });
  }
  function isChanged(form) {
    return Array.from(form.querySelectorAll("input"), (one) => one.value !== one.defaultValue).includes(true) || Array.from(form.querySelectorAll("option"), (one) => one.selected !== one.defaultSelected).includes(true);
  }
  function typed(form) {
    if (form.className === "motion") {
      const words = form.querySelector("input").value.trim();
      return { do: "motion", place: Number(form.querySelector("select").value || (words ? 0 : -1)), words: words };
    }
    const counts = Array.from(form.querySelectorAll("input"), (one) => Math.max(0, Math.round(Number(one.value) || 0)));
    return { do: "count", vote: Number(form.dataset.vote), counts: counts };
  }
  function go(what) { if (what === "forward") forward(); else move({ do: what }); }
  function put(name, html) { if (at(name).dataset.html !== html) { at(name).dataset.html = html; at(name).innerHTML = html; return true; } return false; }
  function take(found) {
    const moved = !state || state.at !== found.at;
    state = Object.assign({}, state, found);
    ends = state.left === null ? null : Date.now() + 1000 * state.left;
    for (const name of ["name", "where", "came", "address"]) if (at(name).textContent !== state[name]) at(name).textContent = state[name];
    at("forward").textContent = state.next;
    at("forward").disabled = state.over;
    at("back").disabled = state.first;
    const focus = document.activeElement && document.activeElement.closest("#live") ? document.activeElement.dataset.number : null;
    if (put("live", state.live) && focus) { const again = at("live").querySelector("[data-number='" + focus + "']"); if (again) again.focus(); }
    put("head", state.head);
    put("trouble", state.trouble);
    if (found.html !== undefined) {
      const open = {};
      at("view").querySelectorAll("details[data-keep]").forEach((one) => { open[one.dataset.keep] = one.open; });
      if (put("view", found.html)) at("view").querySelectorAll("details[data-keep]").forEach((one) => { one.open = Boolean(open[one.dataset.keep]); });
    }
    const steps = at("steps");
    if (found.steps && steps.options.length !== found.steps.length) steps.replaceChildren(...state.steps.map((text, number) => new Option(text, number)));
    if (moved) { steps.value = state.place; at("said").textContent = state.said; }
    at("door").checked = state.shut;
  }
  document.addEventListener("click", (event) => {
    const press = event.target.closest("[data-do]");
    if (!press || (press.dataset.sure && !confirm(press.dataset.sure))) return;
    if (press.dataset.do === "forward") { forward(); return; }
    move(press.dataset.number ? { do: press.dataset.do, number: Number(press.dataset.number) } : { do: press.dataset.do });
  });
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target.className === "ask") {
      const own = event.target.elements;
      const before = state && state.at;
      move({ do: "ask", kind: own.kind.value, prompt: own.prompt.value, options: own.options.value }).then(() => {
        if (state && state.at !== before) event.target.reset();
        else at("said").textContent = event.target.dataset.refused;
      });
      return;
    }
    move(typed(event.target));
  });
  at("steps").addEventListener("change", (event) => move({ do: "go", place: Number(event.target.value) }));
  at("door").addEventListener("change", (event) => move({ do: "door", shut: event.target.checked }));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const what = { PageDown: "forward", ArrowRight: "forward", PageUp: "back", ArrowLeft: "back" }[event.key];
    if (what && (event.key.startsWith("Page") || !event.target.closest("input, select"))) { event.preventDefault(); go(what); }
  });
  if (channel) channel.onmessage = (event) => { if (event.data === "forward" || event.data === "back") go(event.data); };
  setInterval(() => {
    at("clock").hidden = ends === null;
    const seconds = ends === null ? 0 : Math.max(0, Math.round((ends - Date.now()) / 1000));
    at("left").textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }, 500);
  look();
})();
