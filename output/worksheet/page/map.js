// The map: it scrolls in its frame, and grows and shrinks as a picture of its own.
const view = $("view"), svg = view.querySelector("svg"), size = svg.viewBox.baseVal;
const natural = 4 / 3, legible = 9;
let scale = natural, fitted = true;

function whole() { return Math.min(natural * 1.25, (view.clientWidth - 24) / size.width, (view.clientHeight - 24) / size.height); }

function zoom(to) {
	const x = (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth, y = (view.scrollTop + view.clientHeight / 2) / view.scrollHeight;
	scale = Math.min(4, Math.max(0.15, to));
	svg.style.width = size.width * scale + "px";
	svg.style.height = size.height * scale + "px";
	view.scrollLeft = x * view.scrollWidth - view.clientWidth / 2;
	view.scrollTop = y * view.scrollHeight - view.clientHeight / 2;
}

// start shows the whole map if its text can be read, else the thesis.
function start() {
	const readable = whole() * view.dataset.text >= legible;
	zoom(readable ? whole() : Math.max(legible, 12) / view.dataset.text);
	if (!readable) look(svg.querySelector(".am-claim"), true);
}

// look brings a box into sight.
function look(box, middle) {
	const a = box.querySelector(".am-box").getBoundingClientRect(), b = view.getBoundingClientRect();
	if (middle || a.left < b.left || a.right > b.right) view.scrollLeft += (a.left + a.right - b.left - b.right) / 2;
	if (middle || a.top < b.top || a.bottom > b.bottom) view.scrollTop += (a.top + a.bottom - b.top - b.bottom) / 2;
}

$("in").onclick = () => { fitted = false; zoom(scale * 1.25); };
$("out").onclick = () => { fitted = false; zoom(scale / 1.25); };
$("fit").onclick = () => { fitted = false; zoom(whole()); };
new ResizeObserver(() => { if (fitted) start(); }).observe(view);
