// The answer as a file: saved, opened again, taken back to the beginning.
const about = $("answer").dataset;

// text writes the answer so that readers of YAML take it too.
function text() {
	const answers = Object.fromEntries(fields.filter(answered).map(f => [f.id, answer(f)]));
	const quoted = value => JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, c => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
	const string = s => quoted(s.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"));
	const list = Object.entries(answers).map(([id, keys]) => "    " + string(id) + ": [" + keys.map(string).join(", ") + "]");
	return "{\n  \"exercise\": " + string(about.exercise) + ",\n  \"seed\": " + about.seed + ",\n  \"level\": " + about.level +
		",\n  \"student\": " + string($("name").value.trim()) + ",\n  \"answers\": {\n" + list.join(",\n") + "\n  }\n}\n";
}

$("save").onclick = () => {
	const who = $("name").value.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
	const a = document.createElement("a");
	a.href = URL.createObjectURL(new Blob([text()], { type: "application/json" }));
	a.download = about.file + (who && "-" + who) + ".json";
	a.click();
	setTimeout(() => URL.revokeObjectURL(a.href), 10000);
	unsaved = false;
	const missing = fields.filter(f => !answered(f)).length;
	$("progress").textContent = "Saved as " + a.download + (missing ? ", " + missing + " not answered" : "") + (who ? "" : ", without a name");
	say($("progress").textContent);
};

$("open").onclick = () => $("file").click();
$("file").onchange = async () => {
	const file = $("file").files[0];
	if (!file) return;
	try {
		const read = JSON.parse(await file.text());
		if (read.exercise !== about.exercise || String(read.seed) !== String(Number(about.seed))) throw 0;
		for (const f of fields) put(f, [].concat(read.answers?.[f.id] ?? []).map(String));
		for (const f of fields) if (read.answers?.[f.id]?.length === 0) for (const c of f.controls) if (c.type === "checkbox" && !c.value) c.checked = true;
		if (read.student) $("name").value = String(read.student);
		count();
		unsaved = false;
		say("Opened. " + $("progress").textContent);
	} catch {
		$("progress").textContent = file.name + " is no answer to this exercise";
		say($("progress").textContent);
	}
	$("file").value = "";
};

// Reset can be taken back, until something else is answered.
$("reset").onclick = () => {
	const before = $("reset").before, states = fields.map(f => f.controls.map(c => asked(c) ? c.checked : c.value));
	for (const f of fields) put(f, []);
	if (before) {
		fields.forEach((f, i) => {
			f.controls.forEach((c, n) => { if (asked(c)) c.checked = before[i][n]; else c.value = before[i][n]; });
			changed(f);
		});
		say("Your answers are back.");
		return;
	}
	$("reset").before = states;
	$("reset").textContent = "Undo reset";
	say("All answers are taken away.");
};

addEventListener("beforeunload", e => { if (unsaved) e.preventDefault(); });
