// Command argmap draws argument maps: it reads claims files and writes pictures,
// checks, slides and exercises. "argmap help" lists the commands.
//
// Flags may stand before or after the file. "-" is standard input or output.
// Results go to standard output or to the file named by -o, everything else to
// standard error.
//
// Exit status: 0 done, 1 the input has errors, 2 the command was misused, 3
// something could not be read or written.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	go func() {
		<-ctx.Done()
		if ctx.Err() != nil {
			os.Exit(130) // a layout under way cannot be stopped; no file is half written
		}
	}()
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	_ = stop
	os.Exit(status)
}
