// What every page does: it follows its reader's choice of light or dark, and prints.
const $ = name => document.getElementById(name);
const all = (selector, of = document) => [...of.querySelectorAll(selector)];
const root = document.documentElement;
root.classList.add("js");

$("print").onclick = () => print();
$("dark-on").onclick = () => {
	const on = $("dark-on").getAttribute("aria-pressed") !== "true";
	root.dataset.theme = on ? "dark" : "light";
	$("dark-on").setAttribute("aria-pressed", on);
};
$("dark-on").setAttribute("aria-pressed", matchMedia("(prefers-color-scheme: dark)").matches);
