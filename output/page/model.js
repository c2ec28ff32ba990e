// The page as a tree: entries are claims in their places, steps are arguments. Both
// come from the outline; each knows what shows it in the map.
const $ = id => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const root = document.documentElement, view = $("view"), svg = view.querySelector("svg");
root.classList.add("js");

const items = []; // entries and steps, in reading order
const byNode = new Map(), byPlace = new Map(), byStep = new Map();
const connectors = new Map(), buses = new Map(); // by argument, by bus

function decoded(hash) {
	try {
		return decodeURIComponent(hash.slice(1));
	} catch {
		return "";
	}
}

for (const el of all(".am-connector", svg)) {
	const line = { el, whole: el.classList.contains("am-whole"), argument: el.dataset.argument };
	for (const [map, key] of [[connectors, line.argument], [buses, el.dataset.bus]])
		map.has(key) ? map.get(key).push(line) : map.set(key, [line]);
}

for (const li of all(".entry, .step", $("outline"))) {
	const up = li.parentElement.closest(".entry, .step");
	const item = { li, up: up && byNode.get(up), entry: li.classList.contains("entry"), collapsed: false, count: 0, steps: [], premises: [] };
	item.list = [...li.children].find(el => el.classList.contains("steps"));
	item.stage = li.dataset.stage ? +li.dataset.stage : item.up.stage;
	if (item.entry) {
		item.link = li.querySelector(".pick");
		item.key = decoded(item.link.hash);
		item.detail = $(li.dataset.detail);
		item.again = li.classList.contains("again");
		byPlace.set(item.key, item);
		if (item.up) item.up.premises.push(item);
		for (let at = item.up; at; at = at.up) at.count++;
	} else {
		item.key = "argument-" + li.dataset.argument;
		item.lines = connectors.get(li.dataset.argument) || [];
		byStep.set(li.dataset.step, item);
		item.up.steps.push(item);
	}
	item.el = $(item.key);
	byNode.set(li, item);
	items.push(item);
}
// What hangs on a step itself is counted without the step's own premises.
for (const item of items)
	if (!item.entry && item.list) item.count = all(".entry", item.list).length;

const entries = items.filter(item => item.entry);
const steps = items.filter(item => !item.entry);
const regions = all(".am-region", svg).map(el => ({
	el, stage: +el.dataset.stage, holds: (el.dataset.holds || "").split(" ").filter(Boolean).map(n => byStep.get(n)),
}));

// Stages of a stepwise reveal; every one of them is over while nobody steps.
const last = +view.dataset.last;
let stage = Infinity;

const still = matchMedia("(prefers-reduced-motion: reduce)");
const say = text => { $("live").textContent = text; };

// refresh shows and hides, in outline and map alike, what the collapsed items and
// the stage leave. Nothing moves in the map.
function refresh() {
	for (const item of items) {
		const up = item.up;
		const folded = up && (up.folded || !item.entry && up.collapsed);
		item.folded = folded;
		item.gone = folded || item.stage > stage;
		item.li.classList.toggle("later", item.stage > stage);
		if (item.el) item.el.classList.toggle("gone", item.gone);
		if (item.list) twist(item);
	}
	for (const step of steps)
		for (const line of step.lines) line.gone = step.gone;
	for (const bus of buses.values()) {
		const trunk = bus.every(line => !line.gone);
		for (const line of bus) {
			const whole = line.whole || !bus.some(other => other.whole && other.argument === line.argument);
			line.el.classList.toggle("gone", line.gone || (trunk ? line.whole : !whole));
		}
	}
	for (const region of regions) {
		const empty = region.holds.length > 0 && region.holds.every(step => step.gone);
		region.el.classList.toggle("gone", empty || region.stage > stage);
	}
}

// collapse hides what hangs on an item, or shows it again.
function collapse(item, on) {
	if (!item.list || item.collapsed === on) return;
	item.collapsed = on;
	refresh();
	if (now && now.gone) select(shown(now), { focus: item.li.contains(document.activeElement) });
	else ring();
	say((on ? "Hidden: " : "Shown: ") + item.count + " below");
}

function collapseAll(on) {
	for (const item of items) if (item.list) item.collapsed = on;
	refresh();
	if (now) select(shown(now), {});
	say(on ? "All collapsed" : "All expanded");
}

// shown is the entry itself, or the nearest above it that is not hidden.
function shown(entry) {
	let at = entry;
	while (at.up && (at.gone || !at.entry)) {
		at = at.up;
		if (!at.entry && !at.gone) return at.premises[0];
	}
	return at;
}

// reveal opens whatever hides an entry.
function reveal(entry) {
	let changed = false;
	for (let at = entry; at.up; at = at.up)
		if (!at.entry && at.up.collapsed) {
			at.up.collapsed = false;
			changed = true;
		}
	if (entry.stage > stage) {
		stage = entry.stage;
		showStage();
		changed = true;
	}
	if (changed) refresh();
}
