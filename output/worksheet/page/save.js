// The answer as a file: saved, opened again, taken back to the beginning.
const about = $("answer").dataset;

// text writes the answer so that readers of YAML take it too.
function text() {
	const string = s => JSON.stringify(s.toWellFormed?.() ?? s).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, c => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
	const list = fields.filter(answered).map(f => "    " + string(f.id) + ": [" + answer(f).map(string).join(", ") + "]");
	return `{
  "exercise": ${string(about.exercise)},
  "seed": ${about.seed},
  "level": ${about.level},
  "student": ${string($("name").value.trim())},
  "answers": {
${list.join(",\n")}
  }
}
`;
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
		for (const f of fields) {
			const keys = [].concat(read.answers[f.id] ?? []).map(String);
			put(f, keys);
			if (f.id in read.answers && !keys.length) for (const c of f.controls) c.checked = !c.value;
		}
		$("name").value = read.student ?? "";
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
	fields.forEach((f, i) => {
		put(f, []);
		if (!before) return;
		f.controls.forEach((c, n) => { c[asked(c) ? "checked" : "value"] = before[i][n]; });
		changed(f);
	});
	say(before ? "Your answers are back." : "All answers are taken away.");
	if (before) return;
	$("reset").before = states;
	$("reset").textContent = "Undo reset";
};

// browsers of 2023 and before ask for returnValue
addEventListener("beforeunload", e => { if (unsaved) { e.preventDefault(); e.returnValue = true; } });
