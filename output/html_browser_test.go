package output_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/output"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// browser is one window of a browser that shows pages from a server of ours. It
// notes what a page should not do: complain, or ask for anything beside itself.
type browser struct {
	context.Context
	url string

	mu    sync.Mutex
	pages map[string][]byte
	notes []string
}

func newBrowser(t *testing.T) *browser {
	t.Helper()
	name := ""
	for _, known := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(known); err == nil {
			name = path
			break
		}
	}
	if name == "" {
		t.Skip("no chromium here")
	}
	b := &browser{pages: map[string][]byte{}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		defer b.mu.Unlock()
		data, ok := b.pages[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", output.HTML.MIME)
		w.Write(data)
	}))
	t.Cleanup(server.Close)
	b.url = server.URL
	profile, err := os.MkdirTemp("", "argmap-browser-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) }) // as far as it can be: a browser that ends may still write to it
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(name), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.UserDataDir(profile), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, leave := chromedp.NewContext(ctx, chromedp.WithErrorf(func(string, ...any) {})) // which tells of events newer than chromedp
	t.Cleanup(func() { _ = chromedp.Cancel(ctx); leave() })                              // waits for the browser to end
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b.Context = ctx
	chromedp.ListenTarget(ctx, b.listen)
	b.run(t, log.Enable(), network.Enable())
	return b
}

func (b *browser) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.notes = append(b.notes, "exception: "+e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		b.notes = append(b.notes, fmt.Sprint("console: ", e.Type))
	case *log.EventEntryAdded:
		b.notes = append(b.notes, "log: "+e.Entry.Text)
	case *network.EventRequestWillBeSent:
		if _, own := b.pages[strings.TrimPrefix(e.Request.URL, b.url)]; !own && e.Request.URL != "about:blank" {
			b.notes = append(b.notes, "request: "+e.Request.URL)
		}
	}
}

func (b *browser) run(t *testing.T, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(b, actions...); err != nil {
		t.Fatal(err)
	}
}

// open shows a map, in a window of that size.
func (b *browser) open(t *testing.T, m *argmap.Map, width, height int64) {
	t.Helper()
	data, _ := write(t, output.HTML, job(m))
	b.show(t, data, width, height)
}

// show shows a page.
func (b *browser) show(t *testing.T, data []byte, width, height int64) {
	t.Helper()
	path := "/" + strings.ReplaceAll(strings.ReplaceAll(t.Name(), "/", "-"), ",", "")
	b.mu.Lock()
	b.pages[path], b.notes = data, nil
	b.mu.Unlock()
	b.run(t, chromedp.EmulateViewport(width, height), b.media("light"), chromedp.Navigate("about:blank"), chromedp.Navigate(b.url+path))
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, note := range b.notes {
			t.Error(note)
		}
	})
}

// media is the reader's settings: a light or dark screen, and nothing that moves.
func (b *browser) media(scheme string) chromedp.Action {
	return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}})
}

// press presses keys, one after another.
func (b *browser) press(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if rest, ok := strings.CutPrefix(key, "shift+"); ok {
			b.run(t, chromedp.KeyEvent(rest, chromedp.KeyModifiers(input.ModifierShift)))
			continue
		}
		b.run(t, chromedp.KeyEvent(key))
	}
}

func (b *browser) click(t *testing.T, selector string) {
	t.Helper()
	b.run(t, chromedp.Click(selector, chromedp.ByQuery))
}

// want evaluates a JavaScript expression, which may use those of prelude.
func (b *browser) want(t *testing.T, want any, expression string) {
	t.Helper()
	var got any
	b.run(t, chromedp.Evaluate("(() => {"+prelude+"return "+expression+"})()", &got))
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s is %v, want %v", expression, got, want)
	}
}

const prelude = `
const id = name => document.getElementById(name);
const shown = el => !!el && el.getClientRects().length > 0 && getComputedStyle(el).visibility === "visible";
const current = () => [...document.querySelectorAll("[aria-current=true]")].map(a => decodeURIComponent(a.hash)).join();
const entry = name => [...document.querySelectorAll(".entry")].find(li => decodeURIComponent(li.querySelector(".pick").hash) === "#claim-" + name);
const within = (el, frame) => { const a = el.getBoundingClientRect(), b = frame.getBoundingClientRect(); return a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1 };
const focused = () => document.activeElement.id || document.activeElement.className || document.activeElement.localName;
const ringed = name => { const a = id("claim-" + name).querySelector(".am-box").getBoundingClientRect(), b = document.querySelector(".ring").getBoundingClientRect(); return Math.abs(a.left + a.right - b.left - b.right) < 2 && Math.abs(a.top + a.bottom - b.top - b.bottom) < 2 };
`

func example(t *testing.T, name string) *argmap.Map {
	t.Helper()
	text, ok := examples.Text(name)
	if !ok {
		t.Fatal(name)
	}
	return parse(t, name+".yaml", text)
}

// TestPageInBrowser uses pages as readers do, on a screen and on a telephone.
func TestPageInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	b := newBrowser(t)
	for _, screen := range []struct {
		name          string
		width, height int64
	}{{"screen", 1280, 800}, {"phone", 390, 844}} {
		t.Run(screen.name, func(t *testing.T) {
			for _, part := range []struct {
				name string
				run  func(*testing.T, *browser)
			}{
				{"begins with the thesis", pageBegins}, {"steps by arrow keys", pageArrows}, {"is reached by Tab", pageTabs},
				{"collapses", pageCollapses}, {"searches", pageSearches}, {"selects alike in outline and map", pageSelects},
				{"reveals step by step", pageReveals}, {"zooms", pageZooms}, {"opens help", pageHelp}, {"has targets large enough", pageTargets},
			} {
				t.Run(part.name, func(t *testing.T) {
					b.open(t, example(t, "china-kim"), screen.width, screen.height)
					part.run(t, b)
				})
			}
		})
	}
	t.Run("takes hostile maps", func(t *testing.T) {
		b.open(t, parse(t, "hostile.yaml", hostile), 1280, 800)
		b.click(t, ".pick")
		b.want(t, true, `id("sections").textContent.includes("<script>alert('1')</script>")`)
	})
	t.Run("reveals a premise at its own step", func(t *testing.T) {
		b.open(t, parse(t, "steps.yaml", premiseSteps), 1280, 800)
		b.press(t, "s", kb.ArrowRight)
		b.want(t, "Step 2 of 4 true false false", `[id("step").textContent, shown(id("claim-a")), shown(id("claim-b")), shown(id("claim-c"))].join(" ")`)
		b.press(t, kb.ArrowRight)
		b.want(t, "true false true", `[shown(id("claim-b")), shown(id("claim-c")), shown(entry("b"))].join(" ")`)
		b.want(t, "#claim-b", `current()`)
	})
	t.Run("reads without scripts", func(t *testing.T) {
		b.run(t, emulation.SetScriptExecutionDisabled(true))
		b.open(t, example(t, "first-lesson"), 1280, 800)
		b.run(t, emulation.SetScriptExecutionDisabled(false))
		b.want(t, "", `[...document.querySelectorAll("header button, .twist, input, dialog")].filter(shown).map(el => el.outerHTML).join()`)
		b.want(t, true, `[...document.querySelectorAll(".pick, .am-claim")].every(shown)`)
	})
	t.Run("prints in light, without controls", func(t *testing.T) {
		b.open(t, example(t, "first-lesson"), 1280, 800)
		b.run(t, b.media("dark").(*emulation.SetEmulatedMediaParams).WithMedia("print"))
		b.want(t, "", `[...document.querySelectorAll("button, input")].filter(shown).map(el => el.outerHTML).join()`)
		b.want(t, "rgb(255, 255, 255)", `getComputedStyle(document.body).backgroundColor`)
		b.want(t, true, `id("view").scrollWidth <= innerWidth && [...document.querySelectorAll(".pick, .am-claim")].every(shown)`)
	})
	t.Run("axe", func(t *testing.T) { pageAxe(t, b) })
}

const premiseSteps = `
thesis:
  claim: A map can be told in any order.
  because:
    - premises: [{id: a, claim: One premise comes first.}, {id: b, claim: The other comes next., step: 2}]
      step: 1
    - {id: c, claim: The rest comes last.}
`

func pageBegins(t *testing.T, b *browser) {
	b.want(t, "#claim-doubt", `current()`)
	b.want(t, true, `within(id("claim-doubt"), id("view"))`)
	b.want(t, true, `document.documentElement.scrollWidth <= innerWidth`)
	b.want(t, true, `id("claim-doubt").querySelector("text").getBoundingClientRect().height / 3 >= 7`)
	b.want(t, true, `id("details").hidden`)
}

func pageArrows(t *testing.T, b *browser) {
	b.press(t, kb.ArrowDown, kb.ArrowRight)
	b.want(t, "#claim-grandfather-warmth", `current()`)
	b.want(t, "pick", `focused()`)
	b.want(t, true, `within(id("claim-grandfather-warmth"), id("view")) && ringed("grandfather-warmth")`)
	b.press(t, kb.ArrowUp)
	b.want(t, "#claim-distrust", `current() && location.hash`)
	b.press(t, kb.Enter)
	b.want(t, true, `!id("details").hidden && id("details").contains(document.activeElement) && document.activeElement.textContent.includes("distrust one another")`)
	b.want(t, true, `[...document.querySelectorAll("#sections > section")].filter(shown).length === 1 && within(document.activeElement, id("details"))`)
	b.press(t, kb.Escape)
	b.want(t, true, `id("details").hidden && document.activeElement === entry("distrust").querySelector(".pick")`)
	b.press(t, kb.End)
	b.want(t, true, `document.activeElement === [...document.querySelectorAll(".pick")].at(-1)`)
	b.press(t, kb.Home, kb.ArrowLeft)
	b.want(t, "#claim-doubt", `current()`)
	b.run(t, chromedp.Focus("#view", chromedp.ByQuery))
	b.press(t, kb.ArrowDown)
	b.want(t, "view", `focused()`)
	b.want(t, true, `id("live").textContent.includes("because · Distrust") && id("live").textContent.includes("distrust one another")`)
	b.press(t, kb.Enter)
	b.want(t, true, `!id("details").hidden`)
}

func pageTabs(t *testing.T, b *browser) {
	b.run(t, chromedp.Evaluate(`document.body.focus()`, nil), chromedp.Evaluate(`window.reached = new Set()`, nil))
	var total int
	const focusable = `[...document.querySelectorAll("a[href], button, input, [tabindex='0']")].filter(shown)`
	b.run(t, chromedp.Evaluate(`(() => {`+prelude+`return `+focusable+`.length})()`, &total))
	for range total + 2 {
		b.press(t, kb.Tab)
		b.run(t, chromedp.Evaluate(`void reached.add(document.activeElement)`, nil))
	}
	b.want(t, "", focusable+`.filter(el => !reached.has(el)).map(el => el.outerHTML).join()`)
	b.want(t, true, `reached.size > 60`)
}

func pageCollapses(t *testing.T, b *browser) {
	const twist = `entry("courting").querySelector(".twist")`
	b.run(t, chromedp.Evaluate(`(() => {`+prelude+`entry("courting").querySelector(".pick").click(); window.at = id("claim-courting").querySelector(".am-box").getAttribute("x")})()`, nil))
	b.press(t, kb.Escape, "c")
	b.want(t, "false +16", twist+`.getAttribute("aria-expanded") + " " + `+twist+`.textContent`)
	b.want(t, "false false false", `[shown(id("argument-episode-2000")), shown(entry("minister")), shown(id("claim-minister"))].join(" ")`)
	b.want(t, true, `[...document.querySelectorAll('.am-connector[data-argument="episode-2000"]')].every(el => !shown(el))`)
	b.want(t, true, `id("claim-courting").querySelector(".am-box").getAttribute("x") === at && shown(id("claim-courting"))`)
	b.want(t, "+16", `document.querySelector('.am-toggle[data-of="claim-courting"] text').textContent`)
	b.run(t, chromedp.Evaluate(`document.querySelector('.am-toggle[data-of="claim-courting"] .pill').dispatchEvent(new MouseEvent("click", {bubbles: true}))`, nil))
	b.want(t, "true", twist+`.getAttribute("aria-expanded")`)
	b.want(t, true, `shown(id("claim-minister"))`)
	b.click(t, "#close-all")
	b.want(t, 2, `[...document.querySelectorAll(".entry")].filter(shown).length`)
	b.want(t, "#claim-doubt", `current()`)
	b.click(t, "#open-all")
	b.want(t, true, `[...document.querySelectorAll(".entry")].every(shown)`)
}

func pageSearches(t *testing.T, b *browser) {
	b.click(t, "#close-all")
	b.press(t, "/")
	b.want(t, "find", `focused()`)
	b.run(t, chromedp.Evaluate(`document.getElementById("find").value = ""`, nil)) // chromedp types what the page has taken as well
	b.press(t, "p", "a", "r", "a", "d", "e")
	b.want(t, "1 of 1", `id("found").textContent`)
	b.want(t, true, `current().startsWith("#claim-chinese-military-style") && shown(document.querySelector(".now")) && within(document.querySelector(".now > .row"), id("outline"))`)
	b.want(t, 1, `document.querySelectorAll(".am-claim.hit").length`)
	b.want(t, true, `within(document.querySelector(".am-claim.hit"), id("view"))`)
	b.press(t, kb.Escape)
	b.want(t, "", `id("found").textContent + document.querySelectorAll(".hit").length.toString().replace("0", "")`)
	for _, key := range "biography" { // a kind of evidence, which stands in the details alone
		b.press(t, string(key))
	}
	b.want(t, "1 of 2", `id("found").textContent`)
	b.press(t, kb.Enter)
	b.want(t, "2 of 2", `id("found").textContent`)
	b.press(t, "shift+"+kb.Enter)
	b.want(t, "1 of 2", `id("found").textContent`)
	b.run(t, chromedp.Evaluate(`document.getElementById("find").value = "biography knows"`, nil)) // with a word of the source's title
	b.press(t, " ")
	b.want(t, "1 of 2", `id("found").textContent`)
	b.press(t, "x")
	b.want(t, "none", `id("found").textContent`)
}

func pageSelects(t *testing.T, b *browser) {
	b.run(t, chromedp.Evaluate(`(() => {`+prelude+`entry("minister").querySelector(".pick").click()})()`, nil))
	b.want(t, true, `ringed("minister") && within(id("claim-minister"), id("view"))`)
	b.want(t, "#claim-minister", `location.hash`)
	b.click(t, "#details-off")
	b.run(t, chromedp.Evaluate(`document.querySelector("#claim-leverage text").dispatchEvent(new MouseEvent("click", {bubbles: true, detail: 1}))`, nil))
	b.want(t, "#claim-leverage", `current()`)
	b.want(t, true, `!id("details").hidden && id("sections").innerText.includes("Objection 1 against") && id("sections").innerText.includes("The Kims have courted")`)
	b.click(t, "#details-off")
	b.want(t, true, `within(entry("leverage").querySelector(".row"), id("outline"))`)
	b.run(t, chromedp.Evaluate(`document.querySelector("[id='claim-courting-in-reason-courting'] .am-to text").dispatchEvent(new MouseEvent("click", {bubbles: true}))`, nil))
	b.want(t, "#claim-courting", `current()`)
	b.run(t, chromedp.Evaluate(`location.hash = "#claim-japan"`, nil), chromedp.Sleep(100*time.Millisecond))
	b.want(t, "#claim-japan", `current()`)
}

func pageReveals(t *testing.T, b *browser) {
	b.press(t, "s")
	b.want(t, "Step 1 of 30", `id("step").textContent`)
	b.want(t, 1, `[...document.querySelectorAll(".am-claim")].filter(shown).length`)
	b.want(t, 1, `[...document.querySelectorAll(".entry")].filter(shown).length`)
	b.press(t, kb.ArrowRight, " ")
	b.want(t, "Step 3 of 30", `id("step").textContent`)
	b.want(t, true, `id("live").textContent.startsWith("Step 3 of 30. because · No roots in China") && id("live").textContent.includes("grew up among Chinese")`)
	b.want(t, true, `shown(id("argument-roots")) && !shown(id("argument-humiliation")) && current() === "#claim-grandfather-warmth"`)
	b.want(t, true, `[...document.querySelectorAll(".am-connector")].filter(shown).length === 2`)
	b.press(t, kb.ArrowLeft)
	b.want(t, false, `shown(id("argument-roots"))`)
	b.press(t, kb.End)
	b.want(t, true, `[...document.querySelectorAll(".am-claim, .entry")].every(shown)`)
	b.press(t, kb.Home, kb.Escape)
	b.want(t, true, `[...document.querySelectorAll(".am-claim, .entry")].every(shown) && id("steps").hidden`)
}

func pageZooms(t *testing.T, b *browser) {
	const scale = `Math.round(document.querySelector("#view svg").getBoundingClientRect().width / document.querySelector("#view svg").viewBox.baseVal.width * 100)`
	b.want(t, 100, scale)
	b.press(t, "+")
	b.want(t, 125, scale)
	b.want(t, true, `within(id("claim-doubt"), id("view"))`)
	b.click(t, "#out")
	b.want(t, 100, scale)
	b.press(t, "f")
	b.want(t, true, `within(document.querySelector("#view svg"), id("view"))`)
	b.press(t, "+", "+", "+", "+", "+", "+", "+", "+")
	b.run(t, chromedp.Evaluate(`window.left = document.getElementById("view").scrollLeft`, nil))
	b.press(t, "shift+"+kb.ArrowRight)
	b.want(t, true, `id("view").scrollLeft > left`)
	b.press(t, "o")
	b.want(t, "false false", `shown(id("outline")) + " " + id("outline-on").getAttribute("aria-pressed")`)
	b.press(t, "d")
	b.want(t, "rgb(20, 24, 29)", `getComputedStyle(document.body).backgroundColor`)
	b.want(t, "rgb(20, 24, 29)", `getComputedStyle(document.querySelector(".am-ground")).fill`)
}

func pageHelp(t *testing.T, b *browser) {
	b.press(t, "?")
	b.want(t, true, `id("help").open && id("help").contains(document.activeElement)`)
	b.click(t, "#letters")
	b.press(t, kb.Escape, "o")
	b.want(t, true, `!id("help").open && shown(id("outline"))`)
}

// pageTargets wants what can be pressed to be at least 24 pixels high and wide
// (https://www.w3.org/TR/WCAG22/#target-size-minimum).
func pageTargets(t *testing.T, b *browser) {
	b.click(t, ".pick")
	b.want(t, "", `[...document.querySelectorAll("a[href], button, input:not([type=checkbox])")].filter(shown)
		.filter(el => { const r = el.getBoundingClientRect(); return r.height < 23.9 || r.width < 23.9 }).map(el => el.outerHTML).join()`)
}

// pageAxe has the rules of axe-core look at a page in its states.
func pageAxe(t *testing.T, b *browser) {
	script := axe(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, state := range []struct{ name, script string }{
			{"closed", ``},
			{"details", `document.getElementById("find").value = "a"; document.getElementById("find").dispatchEvent(new Event("input")); document.querySelectorAll(".pick")[3].click()`},
			{"help", `document.getElementById("help-on").click()`},
			{"steps", `document.getElementById("steps-on").click(); document.getElementById("next").click()`},
		} {
			t.Run(scheme+"/"+state.name, func(t *testing.T) {
				b.open(t, example(t, "first-lesson"), 1280, 800)
				var found []string
				b.run(t, b.media(scheme), chromedp.Evaluate(state.script+"; void 0", nil), chromedp.Sleep(250*time.Millisecond), chromedp.Evaluate(script+"; void 0", nil),
					chromedp.Evaluate(`axe.run().then(r => r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("; ")))`, &found,
						func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
				for _, violation := range found {
					t.Error(violation)
				}
			})
		}
	}
}

// axe is axe-core's script: the file that ARGMAP_AXE names, or that npm brings.
func axe(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("ARGMAP_AXE"); path != "" {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if _, err := exec.LookPath("npm"); err != nil {
		t.Skip("no npm here, and no ARGMAP_AXE")
	}
	dir := t.TempDir()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	pack := exec.CommandContext(ctx, "npm", "pack", "axe-core@4", "--silent")
	pack.Dir = dir
	name, err := pack.Output()
	if err != nil {
		t.Skip("npm brings no axe-core")
	}
	if out, err := exec.Command("tar", "-xzf", filepath.Join(dir, strings.TrimSpace(string(name))), "-C", dir).CombinedOutput(); err != nil {
		t.Skipf("axe-core cannot be unpacked: %s", out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "package", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
