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
	"runtime/debug"
)

// garbageFactor lets the heap grow before it is swept: a run is over in less than
// a second, and takes a tenth less of it so, for 5 MB more at 200 claims.
const garbageFactor = 400

const statusInterrupted = 130 // as shells have it

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbageFactor)
	}
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	go func() {
		<-interrupted
		os.Exit(statusInterrupted) // a layout under way cannot be stopped; no file is half written
	}()
	os.Exit(run(context.Background(), arguments(os.Args), os.Stdin, os.Stdout, os.Stderr))
}
