// Package batch makes many links: several at once, no faster than the user allows and
// the API takes, and in the order of the input.
//
// The package knows no flags, no files and no sentences. It is told what to make and
// whom to hand the results to.
package batch

import (
	"context"
	"errors"
	"io"
)

// ahead is how many results may wait for an earlier one, for each job. It bounds the
// memory, and what is lost if the machine stops.
const ahead = 4

// Ordered calls the functions that next returns, at most so many at once as there are
// jobs, and hands their results to done in the order of the functions. It calls next and
// done each from one goroutine.
//
// It ends when next returns an error, or when the context ends. Then it waits for the
// functions that have begun. It returns the error of next, except for [io.EOF].
func Ordered[T any](ctx context.Context, jobs int, next func() (func() T, error), done func(T)) error {
	type task struct {
		do     func() T
		result chan T
	}
	order, work := make(chan task, ahead*jobs), make(chan task)
	for range jobs {
		go func() {
			for t := range work {
				t.result <- t.do()
			}
		}()
	}
	var failed error
	go func() {
		defer close(order)
		defer close(work)
		for ctx.Err() == nil {
			do, err := next()
			if err != nil {
				failed = err
				return
			}
			t := task{do, make(chan T, 1)}
			order <- t
			work <- t
		}
	}()
	for t := range order {
		done(<-t.result)
	}
	if errors.Is(failed, io.EOF) {
		return nil
	}
	return failed
}
