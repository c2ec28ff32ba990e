// Keys, the buttons of the page, and how it begins.
function toggleOutline() {
	const off = document.body.classList.toggle("no-outline");
	$("outline-on").setAttribute("aria-pressed", String(!off));
}

const darkScreen = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : darkScreen.matches;
const showTheme = () => $("dark-on").setAttribute("aria-pressed", String(isDark()));
function toggleTheme() {
	root.dataset.theme = isDark() ? "light" : "dark";
	showTheme();
}
darkScreen.addEventListener("change", showTheme);

function openHelp() { $("help").showModal(); }

$("outline-on").onclick = toggleOutline;
$("dark-on").onclick = toggleTheme;
$("print").onclick = () => print();
$("help-on").onclick = openHelp;
$("help-off").onclick = () => $("help").close();

// move goes that many entries on among those that are shown.
function move(by) {
	const list = entries.filter(e => !e.gone);
	const at = list.indexOf(now);
	goTo(list[Math.min(list.length - 1, Math.max(0, at + by))]);
}

function goTo(entry) {
	const mapped = document.activeElement === view;
	select(entry, { focus: !mapped });
	if (mapped || !outlined()) say(where(entry));
}

// arrows are what the arrow keys and their like do.
function arrows(e) {
	const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[e.key];
	if (by === undefined) return false;
	if (e.shiftKey) {
		const far = 80, [x, y] = { ArrowDown: [0, far], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowLeft: [-far, 0] }[e.key] || [0, 0];
		view.scrollBy({ left: x, top: y, behavior: "instant" });
		return true;
	}
	if (stage !== Infinity) step(stage + by);
	else if ($("details").contains(document.activeElement)) return false; // which scroll there
	else if (Number.isFinite(by)) move(by);
	else {
		const list = entries.filter(entry => !entry.gone);
		goTo(list.at(by < 0 ? 0 : -1));
	}
	return true;
}

function escape() {
	if (!$("details").hidden) hideDetails();
	else if (stage !== Infinity) $("steps-off").click();
	else return false;
	return true;
}

const letterKeys = {
	c: () => now && collapse(now.list || !now.up ? now : now.up, !(now.list || !now.up ? now : now.up).collapsed),
	"+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(0.8), 0: fit, f: fit,
	"/": () => find.focus(), s: () => last > 0 && stepping(stage === Infinity),
	o: toggleOutline, d: toggleTheme, "?": openHelp,
};

// key tells whether the page has taken the key.
function key(e) {
	const on = document.activeElement, widget = on.closest("a, button, input");
	if (arrows(e)) return true;
	if (e.key === "Escape") return escape();
	if (e.key === "Enter" && !widget && now) {
		select(now, { open: "focus" });
		return true;
	}
	if (e.key === " " && stage !== Infinity && !(widget && widget.matches("button"))) {
		step(stage + (e.shiftKey ? -1 : 1));
		return true;
	}
	const act = $("letters").checked && letterKeys[e.key.toLowerCase()];
	if (!act) return false;
	act();
	return true;
}

document.addEventListener("keydown", e => {
	if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || $("help").open || e.target.matches("input")) return;
	if (key(e)) e.preventDefault();
});

view.setAttribute("role", "application");
view.setAttribute("aria-label", "Argument map. Arrow keys go from claim to claim, Enter shows details.");
view.removeAttribute("aria-labelledby");
showTheme();
refresh();
const named = placeOf(decoded(location.hash));
select(named || entries[0], { quiet: true });
start();
if (named) select(named, { open: true });
