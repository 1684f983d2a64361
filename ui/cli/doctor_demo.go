package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
)

// sampleCPF is the number of nobody, which the demo takes.
const sampleCPF = "52998224725"

// The faults that the demo can have although it answers.
var (
	errNoBanks = errors.New("the list of institutions is empty")
	errNotSeen = errors.New("the status is not the one that was set")
)

// checkDemo starts the demo and goes the whole way of a customer: a token, a link, the
// institutions, and a status. It returns the exit status.
func (d *doctor) checkDemo(ctx context.Context, p config.Profile) (status int) {
	t := &d.t.CLI.Tools
	d.report.object.Environment = demoEnvironment
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	s, err := d.api.connect(p, true)
	if !d.checked("demo", t.DocDemo, d.t.CLI.DocYes, err) {
		return ExitFailed
	}
	defer s.close()
	if !d.checked("token", t.DocToken, d.t.CLI.DocYes, s.client.Warm(ctx)) {
		return ExitFailed
	}
	link, err := s.client.CreateLink(ctx, klavi.LinkRequest{PersonalTaxID: sampleCPF})
	if !d.checked("link", t.DocLink, d.t.CLI.DocYes, err) {
		return ExitFailed
	}
	list, err := s.client.Institutions(ctx, link.Token)
	if err == nil && len(list) == 0 {
		err = errNoBanks
	}
	if !d.checked("institutions", t.DocBanks, fmt.Sprintf(t.DocBanksF, len(list)), err) {
		return ExitFailed
	}
	if !d.checked("status", t.DocSeen, d.t.CLI.DocYes, authoriseIn(ctx, s, link, list[0].Code)) {
		return ExitFailed
	}
	return ExitOK
}

// checked prints whether a step works, and reports it.
func (d *doctor) checked(name, label, works string, err error) bool {
	var e *klavi.Error
	switch {
	case err == nil:
		d.report.add(good, name, label, works)
	case errors.As(err, &e):
		d.report.add(bad, name, label, d.t.Failure(err).Cause)
	default:
		d.report.add(bad, name, label, d.t.CLI.DocNoKeyring)
	}
	return err == nil
}

// authoriseIn lets the customer of the demo authorise, and looks whether the API says so.
func authoriseIn(ctx context.Context, s *session, link klavi.Link, code string) error {
	if err := s.play(link.ID, code, klavi.Authorised); err != nil {
		return err
	}
	list, err := s.client.InstitutionStatuses(ctx, link.Token)
	if err != nil {
		return err //nolint:wrapcheck // the caller explains the client's own error
	}
	authorised := func(i klavi.InstitutionStatus) bool { return i.Code == code && i.Status == klavi.Authorised }
	if !slices.ContainsFunc(list, authorised) {
		return errNotSeen
	}
	return nil
}
