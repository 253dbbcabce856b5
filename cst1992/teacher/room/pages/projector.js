// The projector's page: shows where the session stands, as large as it fits. It holds no secret and decides nothing.
"use strict";
(function () {
  const at = (name) => document.getElementById(name), root = document.documentElement;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("cst1992-room") : null;
  let seen = "", ends = null;

  function fit() {
    for (let size = 150; size >= 58; size -= 4) {
      root.style.setProperty("--fit", size / 100);
      if (root.scrollHeight <= innerHeight + 1) return;
    }
  }
  async function look() {
    let again = 1000;
    try {
      const answer = await fetch("projected?seen=" + encodeURIComponent(seen), { cache: "no-store", credentials: "omit" });
      const state = await answer.json();
      if (answer.ok) {
        ends = state.left === null ? null : Date.now() + 1000 * state.left;
        for (const name of ["address", "counted", "came"]) if (at(name).textContent !== state[name]) at(name).textContent = state[name];
        if (state.html !== undefined) { seen = state.seen; at("view").innerHTML = state.html; tick(); fit(); scrollTo(0, 0); }
      }
    } catch (_) { again = 2000; }
    setTimeout(look, again);
  }
  function tick() {
    at("clock").hidden = ends === null || document.querySelector("[data-left]") !== null;
    const seconds = ends === null ? 0 : Math.max(0, Math.round((ends - Date.now()) / 1000));
    const left = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    at("left").textContent = left;
    document.querySelectorAll("[data-left]").forEach((one) => { one.textContent = ends === null ? "" : left; });
  }
  setInterval(tick, 500);
  addEventListener("resize", fit);
  addEventListener("keydown", (event) => {
    const move = { PageDown: "forward", ArrowRight: "forward", PageUp: "back", ArrowLeft: "back" }[event.key];
    if (move && channel && !event.ctrlKey && !event.altKey && !event.metaKey) { event.preventDefault(); channel.postMessage(move); }
  });
  look();
})();
