package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"klavilink/klavi"
	"klavilink/ui/draft"
	"klavilink/ui/text"
	"klavilink/validate"
)

// make asks whether to send the request and sends it, until there is a link. What Klavi
// does not accept is asked for again, and all other answers are kept.
func (q *questions) make(ctx context.Context) (made klavi.Link, asked time.Duration, err error) {
	agreed := false
	for {
		if !agreed {
			if err := q.confirm(); err != nil {
				return made, 0, err
			}
		}
		q.print.tell(q.t.Link.Submitting)
		asked = q.env.steady()
		made, err = q.session.client.CreateLink(ctx, q.draft.Request())
		if err == nil {
			return made, asked, nil
		}
		if agreed, err = q.failed(ctx, err); err != nil {
			return made, 0, err
		}
	}
}

// confirm asks for what is wrong, names the customer and the bank, and asks whether to
// create the link.
func (q *questions) confirm() error {
	for {
		if err := q.mend(); err != nil {
			return err
		}
		answer, err := q.prompt(q.summary() + " " + q.t.Plain.Answers)
		if err != nil {
			return err
		}
		yes, known := text.YesOrNo(answer)
		switch {
		case yes:
			return nil
		case known:
			return errDeclined
		case text.WantsMore(answer):
			if err := q.rest(); err != nil {
				return err
			}
		}
	}
}

// mend asks again for fields that came with the input and are wrong.
func (q *questions) mend() error {
	for {
		_, found := draft.Prepare(q.draft.Request())
		if len(found) == 0 {
			return nil
		}
		words := found[0].Words(q.t)
		f, ok := draft.Place(found[0].Field, q.draft)
		if !ok {
			return usage(found[0].Field + ": " + words)
		}
		q.print.tell(f.Label(q.t) + ": " + words)
		if err := q.field(f, false); err != nil {
			return err
		}
	}
}

// summary asks whether to create the link. It names the customer's masked document, the
// bank, and production.
func (q *questions) summary() string {
	p := &q.t.Plain
	words := fmt.Sprintf(p.ConfirmAnyF, q.draft.Customer())
	if *q.draft.Text(draft.Institution) != "" {
		words = fmt.Sprintf(p.ConfirmF, q.draft.Customer(), q.bankName())
	}
	if !q.session.place.Demo && q.session.place.Env == klavi.Production {
		words = fmt.Sprintf(p.ProductionF, words)
	}
	return words
}

// failed tells why there is no link. It returns nil if another try makes sense, after the
// user has mended the field that is to blame or has agreed to repeat the same request.
func (q *questions) failed(ctx context.Context, err error) (again bool, _ error) {
	var e *klavi.Error
	switch {
	case ctx.Err() != nil:
		return false, abandoned(q.t)
	case !errors.As(err, &e):
		return false, explain(q.t, err)
	}
	if f, ok := draft.Place(e.Field, q.draft); ok && (e.Kind == klavi.KindInput || e.Kind == klavi.KindBusiness) {
		q.print.tell(q.refusal(f, e))
		return false, q.field(f, false)
	}
	failure := explain(q.t, err)
	switch e.Kind {
	case klavi.KindNetwork, klavi.KindServer, klavi.KindRate:
	default:
		return false, failure
	}
	f := q.t.Failure(err)
	q.print.tell(join(f.Cause, f.Next))
	if f.Said != "" {
		q.print.tell(fmt.Sprintf(q.t.Failed.SaidF, f.Said))
	}
	if e.Unknown {
		q.unknown = true
		q.print.tell(q.t.Failed.MaybeMade)
	}
	yes, err := q.yes(q.t.Plain.Retry)
	switch {
	case ctx.Err() != nil:
		return false, errNoMore
	case err != nil || !yes:
		failure.message = "" // The user has read it.
		return false, failure
	}
	return true, nil
}

// refusal says why Klavi did not accept a field.
func (q *questions) refusal(f *draft.Field, e *klavi.Error) string {
	words := q.t.RefusedField(e)
	code := *q.draft.Text(draft.Institution)
	_, listed := q.desk.Institutions.Find(code)
	document, _ := q.draft.Document()
	switch {
	case e.Code == klavi.CodeInvalidInstitution && code != "" && !listed:
		return fmt.Sprintf(q.t.Failed.UnlistedF, validate.Harmless(code, 40)) + " " + words
	case f.Key == draft.Document && e.Kind == klavi.KindInput && document.CNPJ().HasLetters():
		return q.t.API.AlphaRefused + " " + words
	default:
		return words
	}
}
