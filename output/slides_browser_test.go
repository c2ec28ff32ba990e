package output_test

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/argmap/argmap/output"
)

// TestTalkInBrowser gives a talk: by keys and by buttons, part by part, with notes,
// and without a word of complaint from the browser.
func TestTalkInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	b := newBrowser(t)
	open := func(t *testing.T, steps bool) {
		j := job(example(t, "first-lesson"))
		j.Steps, j.Layout.Steps = steps, steps
		data, _, _ := talk(t, output.HTMLSlides, j)
		b.show(t, data, 1280, 800)
	}
	t.Run("goes on and back by keys", func(t *testing.T) {
		open(t, false)
		b.want(t, "1 of 6", `id("where").textContent`)
		b.press(t, kb.ArrowRight, " ", kb.PageDown)
		b.want(t, "4 of 6 #slide-4", `id("where").textContent + " " + location.hash`)
		b.want(t, 1, `[...document.querySelectorAll(".slide")].filter(shown).length`)
		b.press(t, kb.ArrowLeft, kb.Home)
		b.want(t, "1 of 6 true", `id("where").textContent + " " + id("back").disabled`)
		b.press(t, kb.End)
		b.want(t, "6 of 6 true", `id("where").textContent + " " + id("next").disabled`)
	})
	t.Run("grows part by part", func(t *testing.T) {
		open(t, true)
		b.press(t, kb.ArrowRight)
		b.want(t, "2 of 6, part 1 of 4", `id("where").textContent`)
		b.want(t, 1, `[...document.querySelectorAll(".now .am-claim")].filter(shown).length`)
		b.click(t, "#next")
		b.want(t, 3, `[...document.querySelectorAll(".now .am-claim")].filter(shown).length`)
		b.press(t, kb.ArrowRight, kb.ArrowRight, kb.ArrowRight, kb.ArrowLeft)
		b.want(t, "2 of 6, part 4 of 4", `id("where").textContent`)
		b.want(t, true, `[...document.querySelectorAll(".now .am-claim")].every(shown)`)
	})
	t.Run("shows notes, and follows links", func(t *testing.T) {
		open(t, false)
		b.press(t, kb.ArrowRight, "n")
		b.want(t, true, `shown(document.querySelector(".now .notes")) && id("notes").getAttribute("aria-pressed") === "true"`)
		b.want(t, true, `document.querySelector(".now .notes").textContent.includes("Millbrook School should")`)
		b.press(t, kb.ArrowRight)
		b.run(t, chromedp.Evaluate(`document.querySelector(".now .seen [data-href='#slide-2'] text").dispatchEvent(new MouseEvent("click", {bubbles: true}))`, nil))
		b.want(t, "2 of 6", `id("where").textContent`)
		b.want(t, "slide-2-title", `document.activeElement.id`)
	})
	t.Run("axe", func(t *testing.T) {
		script := axe(t)
		open(t, true)
		for range 4 {
			b.press(t, kb.ArrowRight)
			var found []string
			b.run(t, chromedp.Sleep(100*time.Millisecond), chromedp.Evaluate(script+"; void 0", nil),
				chromedp.Evaluate(`axe.run().then(r => r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("; ")))`, &found,
					func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
			for _, violation := range found {
				t.Error(violation)
			}
		}
	})
}
