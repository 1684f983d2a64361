package follow_test

import "fmt"

// A follower turns what the desk wants to know into commands. The program runs them
// and gives the messages back.
func ExampleFollower() {
	b := newFollower(true)
	l := b.made()
	b.run(b.Play(l))
	fmt.Println(l.Standing(), b.played)
	// Output: STARTED [id-1 260 STARTED]
}
