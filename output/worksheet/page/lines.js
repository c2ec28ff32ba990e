// Lines may be numbered in any order that is one: what a claim follows from is checked by
// the letters of the claims that have these numbers. "?" is a letter of none.
reading = f => {
	if (!f.id.endsWith(".from")) return answer(f);
	const numbers = new Map(fields.filter(g => g.id.endsWith(".n")).map(g => [g.item.dataset.item, answer(g)[0]])), own = numbers.get(f.item.dataset.item);
	return answer(f).map(n => {
		const at = [...numbers].filter(([, number]) => number === n);
		return at.length === 1 && Number(n) < Number(own) ? at[0][0] : "?";
	});
};
