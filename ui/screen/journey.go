package screen

import (
	"fmt"
	"time"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/ui/watch"
)

// The stages of a journey, in their order.
const (
	stageCreated = iota
	stageBegan
	stageBank
	stageTerms
	stageAuthorised
	stages
)

// stageOf returns the stage that a state belongs to. A state that is new to us stands
// where the customer has begun.
func stageOf(s klavi.ConsentStatus) int {
	switch s {
	case klavi.AwaitingBank:
		return stageBank
	case klavi.AwaitingLGPD:
		return stageTerms
	case klavi.Authorised:
		return stageAuthorised
	default:
		return stageBegan
	}
}

// Journey returns how far the customer is at the institution where they are farthest,
// after a line for each other institution. A stage that was passed between two looks
// has no time. On a shared screen no institution is named.
func (f Facts) Journey(shared bool) Stages {
	j := journey{f, shared, &f.Text.Journey}
	way := Stages{{State: Passed, Name: j.words.Created, Words: f.Text.Status.Created, At: f.Time(f.Link.Made())}}
	steps, others := j.farthest()
	if !shared {
		for _, s := range others {
			way = append(way, j.stage(s))
		}
	}
	reached := stageBegan
	if len(steps) == 0 {
		way = append(way, j.waiting())
	} else {
		reached = reachedBy(steps)
		for i := stageBegan; i < min(reached, stages); i++ {
			way = append(way, j.passed(steps, i))
		}
		way = append(way, j.stage(steps[len(steps)-1]))
	}
	if state := way[len(way)-1].State; state == Going || state == Pulse {
		for i := reached + 1; i < stages; i++ {
			way = append(way, Stage{State: Ahead, Name: j.name(i)})
		}
	}
	return way
}

// journey makes the stages of a link.
type journey struct {
	Facts
	shared bool
	words  *text.Journey
}

// name names a stage.
func (j journey) name(stage int) string {
	return [stages]string{j.words.Created, j.words.Began, j.words.Bank, j.words.Terms, j.words.Authorised}[stage]
}

// farthest returns the steps of the last try at the institution where the customer is
// farthest, and the last step at each other institution.
func (j journey) farthest() (steps, others []watch.Step) {
	latest, standing := j.Link.Latest(), j.Link.Standing()
	at := -1
	for i, s := range latest {
		if s.Status == standing {
			at = i
		}
	}
	if at < 0 {
		return nil, nil
	}
	for i, s := range latest {
		if i != at {
			others = append(others, s)
		}
	}
	for _, s := range j.Link.Steps() {
		if s.Code != latest[at].Code {
			continue
		}
		if n := len(steps); n > 0 && steps[n-1].Status.Outcome() == klavi.Refused {
			steps = nil // a new try
		}
		steps = append(steps, s)
	}
	return steps, others
}

// reachedBy returns the stage of the last step. A bad end comes after the stage that
// was reached before it; a customer who was refused had begun.
func reachedBy(steps []watch.Step) int {
	last := steps[len(steps)-1].Status
	switch last.Outcome() {
	case klavi.Withdrawn:
		return stages
	case klavi.Refused:
		reached := stageBegan
		for _, s := range steps[:len(steps)-1] {
			reached = max(reached, stageOf(s.Status))
		}
		return reached + 1
	default:
		return stageOf(last)
	}
}

// passed returns a stage that is over. It has a time if a step of it was seen.
func (j journey) passed(steps []watch.Step, stage int) Stage {
	for _, s := range steps[:len(steps)-1] {
		if stageOf(s.Status) == stage {
			seen := j.stage(s)
			seen.State = Passed
			return seen
		}
	}
	return Stage{State: Passed, Name: j.name(stage)}
}

// stage returns the stage of a step. A bad end is named by its own words.
func (j journey) stage(s watch.Step) Stage {
	words := j.Text.Standing(s.Status)
	stage := Stage{State: j.going(), Name: j.name(stageOf(s.Status)), Words: words, At: j.Time(s.At)}
	switch outcome := s.Status.Outcome(); {
	case outcome == klavi.Granted:
		stage.State = Passed
	case outcome.Bad():
		stage.State, stage.Name = Broken, words
	}
	if !j.shared {
		stage.Words, stage.Brief = j.Desk.Institutions.Name(s)+": "+words, words
	}
	return stage
}

// waiting returns the stage of a customer of whom nothing was seen.
func (j journey) waiting() Stage {
	if j.Left == 0 {
		return Stage{State: Broken, Name: j.Text.Status.NobodyCame, Words: j.Standing()}
	}
	return Stage{State: j.going(), Name: j.words.Waiting, Words: j.Standing()}
}

// breath is how long a stage breathes once it is seen.
const breath = 10 * time.Second

// going is the state of a stage that goes on. A stage that was just seen breathes, to draw
// the eye to the news. It does so with the countdown, so that it needs no tick of its own,
// and for a short time only, because each breath is sent.
func (j journey) going() StageState {
	quiet, _ := j.Link.Quiet()
	news := j.Link.Standing() != "" && quiet < breath
	if !news || j.Still() || j.Left == 0 || j.Left/time.Second%2 == 0 {
		return Going
	}
	return Pulse
}

// Took says how long the customer took from the link to an authorisation.
func (f Facts) Took(authorised time.Time) string {
	took := max(authorised.Sub(f.Link.Made()), 0)
	return fmt.Sprintf(f.Text.Journey.TookF, int(took.Minutes()), int(took.Seconds())%60)
}
