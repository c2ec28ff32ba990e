package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// progress shows, on a terminal only and only for work that takes longer than a
// second, that something is under way and for how long.
type progress struct {
	once sync.Once
	quit chan struct{}
	done chan struct{}
}

func startProgress(w io.Writer, what string) *progress {
	p := &progress{quit: make(chan struct{}), done: make(chan struct{})}
	if !isTerminal(w) {
		close(p.done)
		return p
	}
	go p.show(w, what)
	return p
}

func (p *progress) show(w io.Writer, what string) {
	defer close(p.done)
	start, tick := time.Now(), time.NewTicker(200*time.Millisecond)
	defer tick.Stop()
	const width = 20
	for shown := false; ; {
		select {
		case <-p.quit:
			if shown {
				fmt.Fprint(w, "\r\x1b[K")
			}
			return
		case <-tick.C:
			elapsed := time.Since(start)
			if elapsed < time.Second {
				continue
			}
			shown = true
			at := int(elapsed/(200*time.Millisecond)) % width
			fmt.Fprintf(w, "\r%s [%s%s%s] %d s", what, strings.Repeat("·", at), "■", strings.Repeat("·", width-1-at), int(elapsed.Seconds()))
		}
	}
}

// stop ends the show and clears its line. It may be called more than once.
func (p *progress) stop() {
	p.once.Do(func() { close(p.quit) })
	<-p.done
}
