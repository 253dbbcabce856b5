// A phone asks where the session stands, shows it, and sends what was chosen until it has arrived. It has no words of its own.
"use strict";
(function () {
  const main = document.getElementById("main"), view = document.getElementById("view"), below = document.getElementById("below"), said = document.getElementById("said");
  const note = document.getElementById("note"), words = JSON.parse(main.dataset.words);
  const place = "cst1992-room:" + location.pathname;
  const store = { get(name) { try { return localStorage.getItem(place + name); } catch (_) { return null; } },
                  set(name, value) { try { value === null ? localStorage.removeItem(place + name) : localStorage.setItem(place + name, value); } catch (_) { /* kept in this page alone */ } } };
  let token = store.get("token"), waiting = JSON.parse(store.get("waiting") || "null");
  let seen = "", shown = { html: null, ballot: "", open: false }, turn = 0, timer = 0, sending = false, ends = null, away = 0;

  async function ask(address, options) {
    const stop = new AbortController(), clock = setTimeout(() => stop.abort(), 7000);
    try {
      const answer = await fetch(address, Object.assign({ cache: "no-store", credentials: "omit", signal: stop.signal }, options));
      if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
      return { status: answer.status, body: await answer.json() };
    } finally { clearTimeout(clock); }
  }
  function post(address, body) {
    return ask(address, { method: "POST", headers: { "Content-Type": "application/json", "Room-Token": token || "" }, body: JSON.stringify(body) });
  }
  function say(sentence) { if (said.textContent !== sentence) said.textContent = sentence; }

  async function join() {
    token = (await post("join", {})).body.token;
    store.set("token", token); seen = "";
  }

  async function look() {
    clearTimeout(timer);
    let again = 2000;
    try {
      if (!token) await join();
      const answer = await ask("state?seen=" + encodeURIComponent(seen), { headers: { "Room-Token": token } });
      if (away) { away = 0; if (!waiting) say(""); }
      if (answer.status === 401) { token = null; again = 300; }
      else if (answer.status !== 200) { say(answer.body.said || ""); again = 5000; }
      else { again = answer.body.again; take(answer.body); }
      if (waiting && answer.status === 200) send();
    } catch (_) {
      away += 1; again = Math.min(8000, 1000 * away);
      if (away > 1) say(waiting ? words.lost : words.away);
    }
    timer = setTimeout(look, again * (0.85 + 0.3 * Math.random()));
  }

  function take(state) {
    ends = state.left === null ? null : Date.now() + 1000 * state.left;
    note.textContent = state.note || "";
    if (state.html === undefined) return;
    seen = state.seen; turn = Math.max(turn, state.turn);
    if (waiting && waiting.ballot.split(".")[0] !== state.ballot.split(".")[0]) keep(null);
    const same = shown.open && state.open && shown.ballot === state.ballot;
    if (same || state.html + state.below === shown.html) return;
    const inside = view.contains(document.activeElement), open = {};
    below.querySelectorAll("details[data-keep]").forEach((one) => { open[one.dataset.keep] = one.open; });
    shown = { html: state.html + state.below, ballot: state.ballot, open: state.open };
    view.innerHTML = state.html;
    below.innerHTML = state.below;
    below.querySelectorAll("details[data-keep]").forEach((one) => { if (one.dataset.keep in open) one.open = one.open || open[one.dataset.keep]; });
    const head = view.querySelector("h2");
    if (inside && head) head.focus();
    if (!waiting) say(state.own || "");
    document.getElementById("heard").textContent = state.said;
    scrollTo(0, 0);
  }

  function chosen(form) {
    const kind = form.dataset.kind;
    if (kind === "places") return Array.from(form.querySelectorAll("input:checked"), (one) => Number(one.value));
    if (kind === "menus") return Array.from(form.querySelectorAll("select"), (one) => (one.value === "" ? null : Number(one.value)));
    return form.elements.answer.value;
  }
  function keep(vote) { waiting = vote; store.set("waiting", vote && JSON.stringify(vote)); }

  view.addEventListener("submit", (event) => {
    event.preventDefault();
    turn += 1;
    keep({ ballot: shown.ballot, turn: turn, answer: chosen(event.target) });
    say(words.sending);
    send();
  });

  view.addEventListener("click", async (event) => {
    const press = event.target.closest("[data-post]");
    if (!press) return;
    press.disabled = true;
    try { await post(press.dataset.post, {}); } catch (_) { say(words.away); } finally { press.disabled = false; }
    look();
  });

  async function send() {
    if (sending || !waiting || !token) return;
    sending = true;
    const vote = waiting;
    try {
      const answer = await post("vote", vote);
      if (answer.status === 401) { token = null; keep(null); look(); }
      else {
        if (answer.body.kept) seen = answer.body.seen;
        if (waiting === vote) {
          keep(null);
          if (!answer.body.kept) await look();
          if (!waiting) say(answer.body.said || "");
        }
      }
    } catch (_) {
      say(words.lost);
      setTimeout(send, 1200 + 1500 * Math.random());
    } finally {
      sending = false;
      if (waiting && waiting !== vote) send();
    }
  }

  setInterval(() => {
    const clock = document.getElementById("clock"), left = document.getElementById("left");
    clock.hidden = ends === null;
    if (ends === null) return;
    const seconds = Math.max(0, Math.round((ends - Date.now()) / 1000));
    left.textContent = seconds ? Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0") : words.over;
  }, 500);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  addEventListener("online", look);
  addEventListener("pageshow", (event) => { if (event.persisted) look(); });
  look();
})();
