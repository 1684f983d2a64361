package sandbox

import (
	"cmp"
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"

	"klavilink/klavi"
	"klavilink/klavi/callback"
	"klavilink/klavi/callback/deliver"
)

// Callbacks says where the sandbox delivers events and product reports. The zero value
// delivers nothing.
type Callbacks struct {
	// Events is the address of the events. If it is empty, nothing is delivered.
	Events string

	// Reports is the address of the product reports whose link names none, as Klavi's
	// console has one.
	Reports string

	// Regulated sends link_action_status in place of the events of a consent, as
	// regulated institutions get it.
	Regulated bool

	// Older does what the older pages of Klavi say: product reports have no signature,
	// and a callback is posted five times at most.
	Older bool

	// Sender delivers.
	Sender deliver.Sender
}

const (
	maxWaiting  = 256 // batches that wait to be delivered; later ones are lost
	maxParallel = 16  // batches that are delivered at a time
)

// posting is a callback on its way.
type posting struct {
	deliver.Post

	report bool
}

// Run delivers the callbacks and plays the story, until the context ends. Without it
// nothing is delivered and no story is played. It returns when nothing of it runs any more.
func (s *Server) Run(ctx context.Context) {
	var both sync.WaitGroup
	both.Go(func() { s.courier.run(ctx) })
	both.Go(func() { s.teller.run(ctx, s.SetStatus) })
	both.Wait()
}

// Settle returns when the sandbox has delivered what it has to deliver, or has given it
// up. [Server.Run] must be running. Settle also returns when the context ends.
func (s *Server) Settle(ctx context.Context) { s.courier.under.wait(ctx) }

// courier delivers callbacks.
type courier struct {
	Callbacks

	key    klavi.Secret // signs them
	now    func() time.Time
	outbox chan []posting
	under  *underWay
}

// newCourier returns the courier of a sandbox.
func newCourier(cfg Config) courier {
	return courier{cfg.Callbacks, cfg.SecretKey, cfg.Now, make(chan []posting, maxWaiting), &underWay{}}
}

// run delivers what is queued.
func (c courier) run(ctx context.Context) {
	var running sync.WaitGroup
	defer running.Wait()
	slots := make(chan struct{}, maxParallel)
	for {
		select {
		case <-ctx.Done():
			return
		case batch := <-c.outbox:
			running.Go(func() {
				select {
				case slots <- struct{}{}:
					defer func() { <-slots }()
					c.deliver(ctx, batch)
					c.under.end()
				case <-ctx.Done():
				}
			})
		}
	}
}

// deliver posts the callbacks of a batch in their order.
func (c courier) deliver(ctx context.Context, batch []posting) {
	sender := c.Sender
	if c.Older {
		sender.Tries = deliver.Retries
	}
	for _, p := range batch {
		p.Header = CallbackHeader(p.Body, c.key, strconv.FormatInt(c.now().Unix(), 10))
		if p.report && c.Older {
			p.Header.Del(callback.SignatureHeader)
			p.Header.Del(callback.TimestampHeader)
		}
		sender.Send(ctx, p.Post)
	}
}

// CallbackHeader returns the header of a callback. The timestamp is in seconds.
func CallbackHeader(body []byte, key klavi.Secret, timestamp string) http.Header {
	h := http.Header{}
	h.Set("Content-Type", "application/json")
	h.Set(callback.SignatureHeader, callback.Sign(body, key))
	h.Set(callback.TimestampHeader, timestamp)
	return h
}

// delivers reports whether the sandbox delivers anything.
func (c courier) delivers() bool { return c.Events != "" }

// emit queues callbacks. It never blocks: if too many wait, these are lost.
func (c courier) emit(batch ...posting) {
	c.under.begin()
	select {
	case c.outbox <- batch:
	default:
		c.under.end()
	}
}

// event returns an event for the address of events.
func (c courier) event(name string, about About) posting {
	body, _, _ := Sample(name, about, c.now()) // the sandbox sends only what it knows
	return posting{Post: deliver.Post{URL: c.Events, Body: body}}
}

// about returns what the callbacks of a link are about. The institution is that of a
// consent.
func about(l *link) About {
	r := l.request
	return About{
		LinkID: l.id, PersonalTaxID: r.PersonalTaxID, BusinessTaxID: r.BusinessTaxID, ExternalInfo: r.ExternalInfo,
	}
}

// linkCreated queues the event of a new link.
func (c courier) linkCreated(l *link) {
	if c.delivers() {
		c.emit(c.event(eventLinkCreated, about(l)))
	}
}

// consentChanged queues what follows from a new state of a consent: its event and, if it
// is authorised, the product reports.
func (c courier) consentChanged(l *link, given klavi.Consent) {
	name := ""
	for _, status := range consentEvents() {
		if status == given.Status {
			name = consentEvent(status)
		}
	}
	if l == nil || name == "" || !c.delivers() {
		return
	}
	what := about(l)
	what.ConsentID, what.InstitutionCode, what.Action = given.ID, given.InstitutionCode, name
	if c.Regulated {
		name = eventLinkAction
	}
	batch := []posting{c.event(name, what)}
	if given.Status == klavi.Authorised {
		batch = append(batch, c.reports(l, what)...)
	}
	c.emit(batch...)
}

// reports returns the product reports of a link, each with the event that announces it.
func (c courier) reports(l *link, what About) []posting {
	batch := []posting{c.event(eventRequested, what)}
	for _, code := range contracted(l.request) {
		address := c.reportAddress(l.request, code)
		if address == "" {
			continue
		}
		what.Report, what.ReportID = code, newID()
		body, _, _ := Sample(code, what, c.now())
		batch = append(batch, c.event(eventGenerated, what),
			posting{Post: deliver.Post{URL: address, Body: body}, report: true})
	}
	return batch
}

// contracted returns the codes of the reports of a link: the two that every partner of the
// sandbox has, and those that the link names.
func contracted(r klavi.LinkRequest) []string {
	prefix := "pf_"
	if r.BusinessTaxID != "" {
		prefix = "pj_"
	}
	codes := []string{prefix + "checking_account", prefix + "categorized_checking_l3"}
	for _, code := range r.Reports() {
		if isReport(code) && code != codes[0] && code != codes[1] {
			codes = append(codes, code)
		}
	}
	return codes
}

// reportAddress returns where a report goes. The addresses of a link win over the global
// one, as the pages "Create a Link" and "Product Webhooks" say.
func (c courier) reportAddress(r klavi.LinkRequest, code string) string {
	a := r.ProductsCallbackURL
	return cmp.Or(a[klavi.ReportAll], a[code], a[klavi.ReportOther], c.Reports)
}
