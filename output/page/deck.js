(() => {
  "use strict";
  const slides = [...document.querySelectorAll(".slide")];
  const byId = (id) => document.getElementById(id);
  const bar = byId("bar"), where = byId("where"), back = byId("back"), next = byId("next"), notes = byId("notes"), full = byId("full");
  let at = 0, stage = 0;

  const last = (i) => Number(slides[i].dataset.last || 0);

  function show(i, to, focus) {
    at = Math.max(0, Math.min(i, slides.length - 1));
    stage = Math.max(0, Math.min(to, last(at)));
    slides.forEach((s, n) => s.classList.toggle("now", n === at));
    for (const part of slides[at].querySelectorAll("[data-stage]")) {
      part.classList.toggle("later", Number(part.dataset.stage) > stage);
    }
    const grown = last(at) ? `, part ${stage + 1} of ${last(at) + 1}` : "";
    where.textContent = `${at + 1} of ${slides.length}${grown}`;
    back.disabled = at === 0 && stage === 0;
    next.disabled = at === slides.length - 1 && stage === last(at);
    history.replaceState(null, "", "#" + slides[at].id);
    if (focus) byId(slides[at].id + "-title").focus({ preventScroll: true });
  }

  function forward() {
    if (stage < last(at)) show(at, stage + 1);
    else if (at < slides.length - 1) show(at + 1, 0);
  }

  function backward() {
    if (stage > 0) show(at, stage - 1);
    else if (at > 0) show(at - 1, Infinity);
  }

  function follow(hash, focus) {
    const i = slides.findIndex((s) => "#" + s.id === hash);
    if (i >= 0) show(i, 0, focus);
    return i >= 0;
  }

  function toggleNotes() {
    const on = document.body.classList.toggle("noted");
    notes.setAttribute("aria-pressed", String(on));
  }

  function toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  }

  const keys = {
    ArrowRight: forward, ArrowDown: forward, PageDown: forward, " ": forward,
    ArrowLeft: backward, ArrowUp: backward, PageUp: backward,
    Home: () => show(0, 0), End: () => show(slides.length - 1, 0),
    n: toggleNotes, f: toggleFull,
  };

  document.addEventListener("keydown", (e) => {
    if (e.altKey || e.ctrlKey || e.metaKey) return;
    const onControl = e.target.closest("button, a");
    if (e.key === " " && onControl) return;
    const run = keys[e.key];
    if (!run) return;
    e.preventDefault();
    run();
  });

  document.addEventListener("click", (e) => {
    const to = e.target.closest("[data-href], .said a");
    if (!to) return;
    const href = to.dataset.href || to.getAttribute("href");
    if (follow(href, true)) e.preventDefault();
    else if (to.dataset.href && !href.startsWith("#")) window.open(href, "_blank", "noopener");
  });

  window.addEventListener("hashchange", () => follow(location.hash, true));
  back.addEventListener("click", backward);
  next.addEventListener("click", forward);
  notes.addEventListener("click", toggleNotes);
  full.addEventListener("click", toggleFull);

  bar.hidden = false;
  document.body.classList.add("playing");
  if (!follow(location.hash)) show(0, 0);
})();
