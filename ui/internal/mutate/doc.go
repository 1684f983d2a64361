// Mutate breaks the program in many small ways, one at a time, and counts how many of
// them the tests notice. A broken program is called a mutant. A mutant that fails a
// test of its own package is killed. A mutant that passes them all has survived: there
// is a rule that no test holds.
//
// Run it from the root of the repository:
//
//	go -C ui/internal/mutate run . validate                  # every mutant of a package
//	go -C ui/internal/mutate run . -n 40 -seed 7 ui/...      # a random sample
//	go -C ui/internal/mutate run . -since HEAD~1             # the lines a change touches
//	go -C ui/internal/mutate run . -list validate            # names the mutants, runs none
//	go -C ui/internal/mutate run . -only 'cpf.go' validate   # mutants whose name contains this
//
// Each mutant has a name that does not change when lines move: the file, the function,
// what was there and what is there now. Some mutants behave exactly like the program,
// so that no test can tell them apart. The file equivalent.txt names those with a reason.
// They are not run and do not count.
//
// A mutant that does not compile does not count. One whose tests run three times as long
// as usual counts as killed, for it loops.
//
// The share that has to be killed is in floors.go, for each package. With -gate the
// program exits with 1 if a package stays below its floor. With -budget it starts no
// mutant after that time and says how many it has left out.
//
// The tests of a mutant run with a home folder and a folder for temporary files of their
// own, because a mutant may delete what it should not.
package main
