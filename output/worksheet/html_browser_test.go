package worksheet_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
)

// browser is one window of a browser that shows pages from a server of ours. It notes
// what a page should not do, complain or ask for anything, and keeps what it saves.
type browser struct {
	context.Context
	url, downloads string

	mu      sync.Mutex
	page    string
	notes   []string
	dialogs []string
}

func newBrowser(t *testing.T) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
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
	b := &browser{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		defer b.mu.Unlock()
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, b.page)
	}))
	t.Cleanup(server.Close)
	b.url = server.URL + "/"
	dir, err := os.MkdirTemp("", "argmap-browser-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) }) // as far as it can be: a browser that ends may still write to it
	b.downloads = filepath.Join(dir, "saved")
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(name), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.UserDataDir(filepath.Join(dir, "profile")), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, leave := chromedp.NewContext(ctx, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(func() { _ = chromedp.Cancel(ctx); leave() })
	ctx, cancel := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	b.Context = ctx
	chromedp.ListenTarget(ctx, b.listen)
	b.run(t, log.Enable(), network.Enable(), chromedp.ActionFunc(func(ctx context.Context) error {
		return cdpbrowser.SetDownloadBehavior(cdpbrowser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(b.downloads).
			Do(cdp.WithExecutor(ctx, chromedp.FromContext(ctx).Browser))
	}))
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
		if e.Request.URL != b.url && e.Request.URL != "about:blank" && !strings.HasPrefix(e.Request.URL, "blob:") {
			b.notes = append(b.notes, "request: "+e.Request.URL)
		}
	case *page.EventJavascriptDialogOpening:
		b.dialogs = append(b.dialogs, string(e.Type))
		go func() { _ = chromedp.Run(b, page.HandleJavaScriptDialog(true)) }()
	}
}

func (b *browser) run(t *testing.T, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(b, actions...); err != nil {
		t.Fatal(err)
	}
}

// show shows a page in a window of that size.
func (b *browser) show(t *testing.T, text string, s screen) {
	t.Helper()
	b.run(t, chromedp.EmulateViewport(s.width, s.height), b.media("light", ""), chromedp.Navigate("about:blank"))
	b.mu.Lock()
	b.page, b.notes, b.dialogs = text, nil, nil
	b.mu.Unlock()
	os.RemoveAll(b.downloads)
	b.run(t, chromedp.Navigate(b.url))
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, note := range b.notes {
			t.Error(note)
		}
	})
}

func (b *browser) media(scheme, medium string) chromedp.Action {
	return emulation.SetEmulatedMedia().WithMedia(medium).WithFeatures([]*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}})
}

func (b *browser) press(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		b.run(t, chromedp.KeyEvent(key))
	}
}

// get evaluates a JavaScript expression.
func get[T any](t *testing.T, b *browser, expression string) T {
	t.Helper()
	var got T
	b.run(t, chromedp.Evaluate("(() => {"+prelude+"return "+expression+"})()", &got))
	return got
}

func (b *browser) want(t *testing.T, want any, expression string) {
	t.Helper()
	if got := get[any](t, b, expression); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s is %v, want %v", expression, got, want)
	}
}

const prelude = `
const id = name => document.getElementById(name);
const shown = el => !!el && el.getClientRects().length > 0 && getComputedStyle(el).visibility === "visible";
const field = name => document.querySelector('.field[data-id="' + name + '"]');
const box = name => id("claim-" + field(name).dataset.box).querySelector(".am-box").getBoundingClientRect();
const card = key => document.querySelector('.card[data-key="' + key + '"]');
const bring = (el, name) => { const v = id("view"), a = box(name), b = v.getBoundingClientRect(); v.scrollBy({ left: (a.left + a.right - b.left - b.right) / 2, top: (a.top + a.bottom - b.top - b.bottom) / 2 }); el.scrollIntoView({ block: "end" }); return true };
const middle = r => [r.left + r.width / 2, r.top + r.height / 2];
`

// saved waits for the answer that the page saves, and reads it.
func (b *browser) saved(t *testing.T) (name string, a *exercise.Answer) {
	t.Helper()
	for range 100 {
		files, _ := filepath.Glob(filepath.Join(b.downloads, "*.json"))
		if len(files) == 1 {
			data, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			if len(data) > 0 {
				a, diags := exercise.ReadAnswer(source.NewFile("answer.json", string(data)))
				if a == nil || len(diags) > 0 {
					t.Fatalf("%s cannot be read: %v", data, diags)
				}
				return filepath.Base(files[0]), a
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("nothing was saved")
	return "", nil
}

type screen struct {
	name          string
	width, height int64
}

var screens = []screen{{"screen", 1280, 800}, {"phone", 390, 844}}

// TestPageByKeyboard answers every exercise by keys alone, from the top of the page to
// the button that saves, and reads what was saved.
func TestPageByKeyboard(t *testing.T) {
	b := newBrowser(t)
	for _, s := range screens {
		for i, name := range []string{"first-lesson", "zoo-elephants", "china-kim"} {
			m := exampleMap(t, name)
			for _, typ := range exercise.Types() {
				p, _, err := exercise.Make(m, typ, exercise.Options{Seed: 1 << 60, Level: i + 1})
				if err != nil || i != 1 && s.name == "phone" {
					continue
				}
				t.Run(s.name+"/"+name+"/"+typ.Name, func(t *testing.T) {
					b.show(t, onPage(t, p, nil, false), s)
					want := b.answerByKeys(t, p)
					file, a := b.saved(t)
					if file != fmt.Sprintf("answer-%s-%d-Ada-Lovelace.json", typ.Name, p.Seed) {
						t.Errorf("the file is called %s", file)
					}
					if a.Type != typ.Name || a.Seed != p.Seed || a.Student != "Ada Lovelace" {
						t.Errorf("the answer is to %s, seed %d, of %s", a.Type, a.Seed, a.Student)
					}
					if !maps.EqualFunc(a.Fields, want, slices.Equal[[]string]) {
						t.Errorf("saved %v, chosen %v", a.Fields, want)
					}
					b.want(t, true, `document.documentElement.scrollWidth <= innerWidth`)
					b.want(t, "", `[...document.querySelectorAll("button, select, input:not([type=file]), textarea, summary")].filter(shown)
						.map(el => el.closest("label") || el).filter(el => { const r = el.getBoundingClientRect(); return r.height < 23.9 || r.width < 23.9 }).map(el => el.outerHTML).join()`)
				})
			}
		}
	}
}

// answerByKeys goes through the page with Tab and answers each field once, the n-th with
// its n-th option. It returns what it has chosen.
func (b *browser) answerByKeys(t *testing.T, p *exercise.Paper) map[string][]string {
	t.Helper()
	want, done := map[string][]string{}, map[string]bool{}
	number := map[string]int{}
	for i, f := range p.Fields {
		number[f.ID] = i
	}
	for range 20 * (len(p.Fields) + 5) {
		b.press(t, kb.Tab)
		at := get[string](t, b, `document.activeElement.id || document.activeElement.name || document.activeElement.localName`)
		n, isField := number[at]
		switch {
		case at == "name":
			b.run(t, chromedp.KeyEvent("Ada Lovelace"))
		case at == "save" && len(done) == len(p.Fields):
			b.want(t, fmt.Sprintf("%d of %d answered", len(done), len(done)), `id("progress").textContent`)
			b.press(t, kb.Enter)
			return want
		case isField && !done[at]:
			done[at] = true
			want[at] = b.answerField(t, p, p.Fields[n], n)
		}
	}
	t.Fatalf("Tab does not lead on after %v", want)
	return nil
}

// answerField answers the field that has the focus.
func (b *browser) answerField(t *testing.T, p *exercise.Paper, f exercise.Field, n int) []string {
	t.Helper()
	choices := p.Choices(f)
	key := ""
	if len(choices) > 0 {
		key = choices[n%len(choices)].Key
	}
	switch kind := get[string](t, b, `document.activeElement.type`); kind {
	case "select-one":
		for range n%len(choices) + 1 {
			b.press(t, kb.ArrowDown)
		}
		if get[bool](t, b, `!!document.activeElement.closest(".gap")`) {
			b.want(t, 1, `document.querySelectorAll(".am-claim.now").length`)
			b.want(t, key, `document.querySelector(".am-claim.now .slot b").textContent`)
		}
		return []string{key}
	case "radio":
		b.press(t, " ")
		for range n % len(choices) {
			b.press(t, kb.ArrowDown)
		}
		return []string{key}
	case "checkbox":
		keys := []string{}
		for i, o := range choices {
			if i%2 == n%2 && n > 0 {
				b.press(t, " ")
				keys = append(keys, o.Key)
			}
			b.press(t, kb.Tab)
		}
		if len(keys) == 0 {
			b.press(t, " ") // none
			return nil
		}
		return keys
	default:
		b.run(t, chromedp.KeyEvent("Something \"unsaid\": a bridge, perhaps"))
		return []string{`Something "unsaid": a bridge, perhaps`}
	}
}

// drag moves the mouse from one place to another with its button down.
func (b *browser) drag(t *testing.T, from, to string) {
	t.Helper()
	a := get[[]float64](t, b, from)
	b.run(t, input.DispatchMouseEvent(input.MousePressed, a[0], a[1]).WithButton(input.Left).WithClickCount(1),
		input.DispatchMouseEvent(input.MouseMoved, a[0]+8, a[1]+3).WithButton(input.Left).WithButtons(1))
	z := get[[]float64](t, b, to)
	b.run(t, input.DispatchMouseEvent(input.MouseMoved, z[0], z[1]).WithButton(input.Left).WithButtons(1),
		input.DispatchMouseEvent(input.MouseReleased, z[0], z[1]).WithButton(input.Left).WithClickCount(1), chromedp.Sleep(20*time.Millisecond))
}

// touch does the same with a finger.
func (b *browser) touch(t *testing.T, from, to string) {
	t.Helper()
	a := get[[]float64](t, b, from)
	at := func(x, y float64) []*input.TouchPoint { return []*input.TouchPoint{{X: x, Y: y}} }
	b.run(t, input.DispatchTouchEvent(input.TouchStart, at(a[0], a[1])), input.DispatchTouchEvent(input.TouchMove, at(a[0]+6, a[1]+6)))
	z := get[[]float64](t, b, to)
	b.run(t, input.DispatchTouchEvent(input.TouchMove, at(z[0], z[1])), input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}), chromedp.Sleep(20*time.Millisecond))
}

func placePaper(t *testing.T, name string) (*exercise.Paper, *exercise.Key) {
	t.Helper()
	p, k, err := exercise.Make(exampleMap(t, name), exercise.ForName("place"), exercise.Options{Seed: 5, Level: 1})
	if err != nil {
		t.Fatal(err)
	}
	return p, k
}

// TestPageByMouse drags cards into boxes, from box to box and out of them again, and
// places them by two clicks.
func TestPageByMouse(t *testing.T) {
	b := newBrowser(t)
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			p, _ := placePaper(t, "zoo-elephants")
			b.show(t, onPage(t, p, nil, false), s)
			move := b.drag
			if s.name == "phone" {
				b.run(t, emulation.SetTouchEmulationEnabled(true))
				defer b.run(t, emulation.SetTouchEmulationEnabled(false))
				move = b.touch
			}
			value := func(id string) string { return get[string](t, b, `field("`+id+`").querySelector("select").value`) }
			for i, f := range p.Fields {
				key := p.Bank[(i+2)%len(p.Bank)].Key
				b.want(t, true, `bring(card("`+key+`"), "`+f.ID+`")`)
				move(t, `middle(card("`+key+`").querySelector(".letter").getBoundingClientRect())`, `middle(box("`+f.ID+`"))`)
				if value(f.ID) != key {
					t.Fatalf("%s was dragged to box %s, which holds %q", key, f.ID, value(f.ID))
				}
			}
			b.want(t, fmt.Sprintf("%d of %d answered", len(p.Fields), len(p.Fields)), `id("progress").textContent`)
			b.want(t, "", `[...document.querySelectorAll(".slot")].filter(el => el.scrollHeight > el.clientHeight + 1).map(el => el.textContent).join()`)
			b.run(t, chromedp.Evaluate(`document.getElementById("fit").click()`, nil))
			letter := `middle(id("claim-" + field("1").dataset.box).querySelector(".letter").getBoundingClientRect())`
			was := value("1")
			move(t, letter, `middle(box("2"))`)
			if value("1") != "" || value("2") != was {
				t.Errorf("box 1 went to box 2: they hold %q and %q, not nothing and %q", value("1"), value("2"), was)
			}
			if s.name == "phone" {
				return
			}
			b.drag(t, `middle(id("claim-" + field("2").dataset.box).querySelector(".slot").getBoundingClientRect())`, `middle(document.querySelector("h1").getBoundingClientRect())`)
			if value("2") != "" {
				t.Errorf("dragged out of its box, %s is in it", value("2"))
			}
			for _, place := range []string{`middle(card("A").getBoundingClientRect())`, `middle(box("1"))`} {
				b.run(t, chromedp.Evaluate(`document.querySelector('.card[data-key="A"]').scrollIntoView({block: "end"})`, nil))
				at := get[[]float64](t, b, place)
				b.run(t, chromedp.MouseClickXY(at[0], at[1]))
			}
			if value("1") != "A" {
				t.Errorf("clicked there, A is not in box 1 but %q", value("1"))
			}
			b.run(t, chromedp.Click("#save", chromedp.ByQuery))
			if _, a := b.saved(t); !slices.Equal(a.Fields["1"], []string{"A"}) {
				t.Errorf("saved %v", a.Fields)
			}
		})
	}
}

// TestPageTellsAtOnce answers wrongly and rightly: it never tells the answer, and says
// why once everything that is asked about one thing is right.
func TestPageTellsAtOnce(t *testing.T) {
	b := newBrowser(t)
	for _, typ := range exercise.Types() {
		t.Run(typ.Name, func(t *testing.T) {
			p, k, err := exercise.Make(exampleMap(t, "zoo-elephants"), typ, exercise.Options{Seed: 2, Level: 4})
			if err != nil {
				t.Skip(err)
			}
			b.show(t, onPage(t, p, k, true), screens[0])
			for i, f := range p.Fields {
				if f.Open || i > 7 {
					continue
				}
				if typ.Name == "standard-form" {
					break // what is right in a line depends on the others: see TestPageTakesAnyOrder
				}
				right, wrong := rightAndWrong(p, f, k.Field(f.ID))
				b.told(t, f.ID, nil, "Not answered.")
				if wrong != nil {
					b.told(t, f.ID, wrong, "Not yet.")
				}
				want := "Right."
				if fields := bound(p, k, f.ID); len(fields) == 1 {
					want = strings.TrimSpace("Right. " + fields[0].Why)
				}
				if got := b.telling(t, f.ID, right); !strings.HasPrefix(got, want) && len(p.Gaps) == 0 {
					t.Errorf("%s says %q, want %q", f.ID, got, want)
				}
			}
			for _, f := range p.Fields {
				if right, _ := rightAndWrong(p, f, k.Field(f.ID)); !f.Open {
					b.telling(t, f.ID, right)
				}
			}
			for _, f := range p.Fields {
				said := b.saidIn(t, f.ID)
				for _, sentence := range together(p, k, f.ID) {
					if len(p.Gaps) == 0 && !strings.Contains(said, sentence) {
						t.Errorf("with everything right, %s does not say %q but %q", f.ID, sentence, said)
					}
				}
			}
		})
	}
}

// TestPageTellsNoOtherAnswer answers one field rightly and no other: what is said must
// not name what is right in another box, nor say anything of another field beside it.
func TestPageTellsNoOtherAnswer(t *testing.T) {
	b := newBrowser(t)
	for _, typ := range exercise.Types() {
		t.Run(typ.Name, func(t *testing.T) {
			p, k, err := exercise.Make(exampleMap(t, "zoo-elephants"), typ, exercise.Options{Seed: 4, Level: 3})
			if err != nil {
				t.Skip(err)
			}
			b.show(t, onPage(t, p, k, true), screens[0])
			for i, f := range p.Fields {
				if f.Open || i > 7 {
					continue
				}
				right, _ := rightAndWrong(p, f, k.Field(f.ID))
				got := b.telling(t, f.ID, right)
				if n := len(bound(p, k, f.ID)); n > 1 && strings.ContainsAny(got, "“”") {
					t.Errorf("%s of %d fields about one thing says %q", f.ID, n, got)
				}
				for _, o := range p.Bank {
					if len(p.Gaps) > 0 && strings.Contains(got, strings.TrimSuffix(o.Text, ".")) {
						t.Errorf("box %s names the card %s: %q", f.ID, o.Key, got)
					}
				}
				b.run(t, chromedp.Evaluate(`document.getElementById("reset").click(); void 0`, nil))
			}
		})
	}
}

// TestPageTakesAnyOrder numbers the lines of a standard form in another order than the
// key's, which is as right, and then in one that is none.
func TestPageTakesAnyOrder(t *testing.T) {
	b := newBrowser(t)
	p, k, err := exercise.Make(exampleMap(t, "zoo-elephants"), exercise.ForName("standard-form"), exercise.Options{Seed: 4, Level: 3})
	if err != nil || len(p.Claims) != 3 {
		t.Fatal(err, len(p.Claims))
	}
	b.show(t, onPage(t, p, k, true), screens[0])
	answer := func(a, bb, c string) string {
		for id, keys := range map[string][]string{"A.n": {a}, "B.n": {bb}, "C.n": {c}, "A.from": {bb, c}, "B.from": nil, "C.from": nil} {
			b.telling(t, id, keys)
		}
		var said []string
		for _, id := range []string{"A.n", "B.n", "C.n"} {
			said = append(said, b.saidIn(t, id))
		}
		return strings.Join(said, " ")
	}
	for _, right := range [][3]string{{"3", "1", "2"}, {"3", "2", "1"}} {
		if got := answer(right[0], right[1], right[2]); strings.Contains(got, "Not yet") || strings.Count(got, "Right.") != 6 {
			t.Errorf("the order %v is told %q", right, got)
		}
	}
	for _, wrong := range [][3]string{{"2", "1", "3"}, {"1", "2", "3"}, {"3", "1", "1"}} {
		if got := answer(wrong[0], wrong[1], wrong[2]); !strings.Contains(got, "Not yet") {
			t.Errorf("the order %v is told %q", wrong, got)
		}
	}
}

// rightAndWrong is an answer that is right in a field, and one that is not, if there is one.
func rightAndWrong(p *exercise.Paper, f exercise.Field, k *exercise.KeyField) (right, wrong []string) {
	for _, o := range k.Right {
		right = append(right, o.Key)
	}
	for _, o := range p.Choices(f) {
		if !slices.Contains(right, o.Key) {
			wrong = []string{o.Key}
		}
	}
	if !f.Several {
		right = right[len(right)-1:]
	}
	return right, wrong
}

// bound are the fields about the same thing, that one among them: those of its row, or
// all that are about one map without gaps.
func bound(p *exercise.Paper, k *exercise.Key, id string) []*exercise.KeyField {
	row := func(id string) string { row, _, _ := strings.Cut(id, "."); return row }
	var list []*exercise.KeyField
	for i := range k.Fields {
		if f := &k.Fields[i]; !f.Open && (row(f.ID) == row(id) || p.Map != nil && len(p.Gaps) == 0) {
			list = append(list, f)
		}
	}
	return list
}

// together are the sentences of these fields, each once.
func together(p *exercise.Paper, k *exercise.Key, id string) []string {
	var list []string
	for _, f := range bound(p, k, id) {
		if !slices.Contains(list, f.Why) {
			list = append(list, f.Why)
		}
	}
	return list
}

// told answers a field, checks it, and wants that said.
func (b *browser) told(t *testing.T, id string, keys []string, want string) {
	t.Helper()
	none := "false"
	if want != "Not answered." && len(keys) == 0 {
		none = "true"
	}
	if got := b.tellingWith(t, id, keys, none); got != want {
		t.Errorf("%s with %v says %q, want %q", id, keys, got, want)
	}
}

// telling answers a field, checks it, and returns what is said; no keys are the answer "none".
func (b *browser) telling(t *testing.T, id string, keys []string) string {
	t.Helper()
	return b.tellingWith(t, id, keys, fmt.Sprint(len(keys) == 0))
}

func (b *browser) tellingWith(t *testing.T, id string, keys []string, none string) string {
	t.Helper()
	quoted := `["` + strings.Join(keys, `","`) + `"]`
	return get[string](t, b, `(() => {
		for (const c of field("`+id+`").querySelectorAll("input, select")) {
			if (c.localName === "select") c.value = `+quoted+`[0]; else c.checked = c.value === "" ? `+none+` : `+quoted+`.includes(c.value);
			c.dispatchEvent(new Event("change"));
		}
		field("`+id+`").closest(".item").querySelector(".judge").click();
		return field("`+id+`").querySelector(".said").textContent })()`)
}

// saidIn is what is said in all fields of the item of a field, after it was checked.
func (b *browser) saidIn(t *testing.T, id string) string {
	t.Helper()
	return get[string](t, b, `(() => { const item = field("`+id+`").closest(".item"), button = item.querySelector(".judge"); if (button) button.click();
		return [...item.querySelectorAll(".said")].map(el => el.textContent).join(" ") })()`)
}

// TestPageKeeps warns before answers are lost, takes them back, and opens saved ones.
func TestPageKeeps(t *testing.T) {
	b := newBrowser(t)
	p, _ := placePaper(t, "first-lesson")
	b.show(t, onPage(t, p, nil, false), screens[0])
	b.run(t, chromedp.Focus("select", chromedp.ByQuery))
	b.press(t, kb.ArrowDown)
	b.run(t, chromedp.Click("#reset", chromedp.ByQuery))
	b.want(t, "0 of 5 answered", `id("progress").textContent`)
	b.run(t, chromedp.Click("#reset", chromedp.ByQuery))
	b.want(t, "1 of 5 answered", `id("progress").textContent`)
	b.run(t, chromedp.Reload())
	if !slices.Equal(b.dialogs, []string{"beforeunload"}) {
		t.Errorf("leaving with an answer asks %v", b.dialogs)
	}
	b.run(t, chromedp.Focus("select", chromedp.ByQuery))
	b.press(t, kb.ArrowDown, kb.ArrowDown)
	b.run(t, chromedp.Click("#save", chromedp.ByQuery))
	name, a := b.saved(t)
	b.run(t, chromedp.Reload())
	if len(b.dialogs) != 1 {
		t.Errorf("leaving after saving asks %v", b.dialogs)
	}
	b.want(t, "", `document.querySelector("select").value`)
	b.run(t, chromedp.SetUploadFiles("#file", []string{filepath.Join(b.downloads, name)}, chromedp.ByQuery), chromedp.Sleep(100*time.Millisecond))
	b.want(t, a.Fields["1"][0], `document.querySelector("select").value`)
	b.want(t, a.Fields["1"][0], `document.querySelector(".slot b").textContent`)
}

// TestPagePrints wants a sheet to write on, in light colors, without controls.
func TestPagePrints(t *testing.T) {
	b := newBrowser(t)
	p, _ := placePaper(t, "first-lesson")
	b.show(t, onPage(t, p, nil, false), screens[0])
	b.run(t, b.media("dark", "print"))
	b.want(t, "", `[...document.querySelectorAll("button, summary")].filter(shown).map(el => el.outerHTML).join()`)
	b.want(t, "rgb(255, 255, 255)", `getComputedStyle(document.body).backgroundColor`)
	b.want(t, true, `[...document.querySelectorAll(".am-claim, .card")].every(shown) && shown(document.querySelector("footer"))`)
}

// TestPageAxe has the rules of axe-core look at every type, light and dark, untouched,
// answered, judged, and as the teacher's page.
func TestPageAxe(t *testing.T) {
	path := os.Getenv("ARGMAP_AXE")
	if path == "" {
		t.Skip("no ARGMAP_AXE: it names axe-core's axe.min.js")
	}
	script, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b := newBrowser(t)
	const fill = `for (const c of document.querySelectorAll("select, input[type=radio], input[type=checkbox]")) { if (c.localName === "select") c.selectedIndex = 1; else c.checked = true; c.dispatchEvent(new Event("change")) }
		document.querySelectorAll(".judge").forEach(el => el.click()); if (document.getElementById("words")) document.getElementById("words").open = true;
		if (document.querySelector("select")) document.querySelector("select").focus()`
	for _, typ := range exercise.Types() {
		p, k, err := exercise.Make(exampleMap(t, "zoo-elephants"), typ, exercise.Options{Seed: 2, Level: 3})
		if err != nil {
			continue
		}
		for i, state := range []struct{ name, page, script string }{{"begun", onPage(t, p, nil, false), ""}, {"judged", onPage(t, p, k, true), fill}, {"key", onPage(t, p, k, false), ""}} {
			for _, scheme := range []string{"light", "dark"} {
				t.Run(typ.Name+"/"+state.name+"/"+scheme, func(t *testing.T) {
					b.show(t, state.page, screens[i%2])
					var found []string
					b.run(t, b.media(scheme, ""), chromedp.Evaluate(state.script+"; void 0", nil), chromedp.Evaluate(string(script)+"; void 0", nil),
						chromedp.Evaluate(`axe.run().then(r => r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("; ")))`, &found,
							func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
					for _, violation := range found {
						t.Error(violation)
					}
				})
			}
		}
	}
}
