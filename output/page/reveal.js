// Stepping through: the map in growing parts. Nothing moves; what comes later is
// not there yet, in the outline neither.
function stepping(on) {
	stage = on ? 0 : Infinity;
	for (const item of items) item.collapsed = false;
	$("steps-on").setAttribute("aria-pressed", String(on));
	$("steps").hidden = !on;
	root.classList.toggle("stepping", on);
	refresh();
	if (on) arrive();
	else {
		ring();
		say("The whole map");
	}
}

function step(to) {
	const next = Math.min(last, Math.max(0, to));
	if (next === stage) {
		say(next === last ? "That was the last step" : "That is the first step");
		return;
	}
	stage = next;
	refresh();
	arrive();
}

function showStage() {
	$("step").textContent = "Step " + (stage + 1) + " of " + (last + 1);
	$("back").setAttribute("aria-disabled", String(stage === 0));
	$("next").setAttribute("aria-disabled", String(stage === last));
}

// arrive goes to what the stage brings, and reads it out.
function arrive() {
	showStage();
	const fresh = entries.filter(e => e.stage === stage);
	if (fresh.length === 0) return;
	select(fresh[0]);
	const top = fresh[0].up, el = top && top.el && top.el.querySelector(".am-frame");
	if (el) panTo(el.getBoundingClientRect());
	say($("step").textContent + ". " + fresh.map(where).join(" "));
}

$("steps-on").hidden = last === 0;
$("steps-on").onclick = () => stepping(stage === Infinity);
$("steps-off").onclick = () => {
	stepping(false);
	$("steps-on").focus();
};
$("back").onclick = () => step(stage - 1);
$("next").onclick = () => step(stage + 1);
