// The map: it scrolls in its frame, and grows and shrinks as a picture of its own.
const size = svg.viewBox.baseVal;
const most = 4, natural = 4 / 3; // pixels for a point: at most, and at 100 %
const legible = 7, comfortable = 12; // pixels of text: at least at the start, and instead
const points = +view.dataset.text;
let scale = natural;
let following = ""; // "start" or "fit" while the map follows the size of its frame

function least() { return Math.min(whole(), 0.25); }

// whole is the scale at which the whole map is seen.
function whole() {
	const room = 48;
	return Math.max(0.005, Math.min((view.clientWidth - room) / size.width, (view.clientHeight - room) / size.height, 1.5 * natural));
}

// seen tells whether a rectangle of the window lies in the frame, that far from its edges.
function seen(rect, edge) {
	const box = view.getBoundingClientRect();
	return rect.left >= box.left + edge && rect.right <= box.right - edge && rect.top >= box.top + edge && rect.bottom <= box.bottom - edge;
}

// zoom keeps the place at x, y of the window where it is; without them, the claim at
// hand, or the middle.
function zoom(to, x, y) {
	const old = svg.getBoundingClientRect(), own = now && now.el && now.el.getBoundingClientRect();
	const box = own && seen(own, 0) ? own : view.getBoundingClientRect();
	x ??= box.left + box.width / 2;
	y ??= box.top + box.height / 2;
	const right = (x - old.left) / old.width, down = (y - old.top) / old.height;
	scale = Math.min(most, Math.max(least(), to));
	svg.style.width = size.width * scale + "px";
	svg.style.height = size.height * scale + "px";
	const fresh = svg.getBoundingClientRect();
	view.scrollBy({ left: fresh.left + right * fresh.width - x, top: fresh.top + down * fresh.height - y, behavior: "instant" });
	$("zoom").textContent = Math.round(scale / natural * 100) + " %";
}

function zoomBy(factor, x, y) {
	following = "";
	zoom(scale * factor, x, y);
}

function fit() {
	following = "fit";
	zoom(whole());
}

// start shows the whole map if its text can be read, else the claim at hand.
function start() {
	following = "start";
	const readable = whole() * points >= legible;
	zoom(readable ? whole() : comfortable / points);
	if (!readable) pan(now || entries[0], true);
}

// pan brings an entry into sight, if it is not, or to the middle.
function pan(entry, middle) {
	const el = entry.el && entry.el.querySelector(".am-box");
	if (el) panTo(el.getBoundingClientRect(), middle);
}

function panTo(rect, middle) {
	if (seen(rect, 32) && !middle) return;
	const box = view.getBoundingClientRect();
	const right = (rect.left + rect.right - box.left - box.right) / 2, down = (rect.top + rect.bottom - box.top - box.bottom) / 2;
	const far = Math.abs(right) > 2 * box.width || Math.abs(down) > 2 * box.height;
	view.scrollTo({ left: view.scrollLeft + right, top: view.scrollTop + down, behavior: middle || far || still.matches ? "instant" : "smooth" });
}

new ResizeObserver(() => {
	if (following === "fit") fit();
	else if (following === "start") start();
}).observe(view);

view.addEventListener("wheel", e => {
	if (!e.ctrlKey) return;
	e.preventDefault();
	zoomBy(Math.exp(-e.deltaY * (e.deltaMode ? 0.05 : 0.01)), e.clientX, e.clientY);
}, { passive: false });

// Dragging. What a drag ends on is not clicked.
let drag = null, dragged = false;
view.addEventListener("pointerdown", e => {
	dragged = false;
	if (e.pointerType === "mouse" && e.button < 2) drag = { x: e.clientX, y: e.clientY };
});
view.addEventListener("pointermove", e => {
	if (!drag || !dragged && Math.hypot(e.clientX - drag.x, e.clientY - drag.y) < 4) return;
	if (!dragged) {
		dragged = true;
		following = "";
		view.setPointerCapture(e.pointerId);
		view.classList.add("dragged");
	}
	view.scrollBy({ left: drag.x - e.clientX, top: drag.y - e.clientY, behavior: "instant" });
	drag = { x: e.clientX, y: e.clientY };
});
for (const end of ["pointerup", "pointercancel"])
	view.addEventListener(end, () => {
		drag = null;
		view.classList.remove("dragged");
	});
view.addEventListener("click", e => {
	if (dragged) e.stopPropagation();
}, true);

// Two fingers. One finger scrolls, which browsers do by themselves.
let pinch = 0;
const apart = t => Math.hypot(t[0].clientX - t[1].clientX, t[0].clientY - t[1].clientY);
view.addEventListener("touchstart", e => { pinch = e.touches.length === 2 ? apart(e.touches) : 0; }, { passive: true });
view.addEventListener("touchmove", e => {
	if (!pinch || e.touches.length !== 2) return;
	e.preventDefault();
	const t = e.touches, far = apart(t);
	zoomBy(far / pinch, (t[0].clientX + t[1].clientX) / 2, (t[0].clientY + t[1].clientY) / 2);
	pinch = far;
}, { passive: false });
let gesture = 1; // as Safari tells it
view.addEventListener("gesturestart", e => { e.preventDefault(); gesture = e.scale; });
view.addEventListener("gesturechange", e => {
	e.preventDefault();
	zoomBy(e.scale / gesture, e.clientX, e.clientY);
	gesture = e.scale;
});

$("in").onclick = () => zoomBy(1.25);
$("out").onclick = () => zoomBy(0.8);
$("fit").onclick = fit;
