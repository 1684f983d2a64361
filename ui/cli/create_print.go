package cli

import (
	"encoding/json"
	"fmt"
	"time"
)

// created prints the link of a record and reveals its secrets. The warning of a foreign
// host comes before the link, also in front of JSON, because people read standard error.
func (p *printer) created(o outcome, environment string) {
	l := o.link
	if !p.json {
		p.link(l)
		return
	}
	p.warn(l)
	p.object(struct {
		Index        int             `json:"index"`
		Record       string          `json:"record,omitempty"`
		LinkID       string          `json:"linkId"`
		LinkURL      string          `json:"linkURL"`
		LinkToken    string          `json:"linkToken"`
		ExpireIn     int             `json:"expireIn"`
		ExpiresAt    string          `json:"expiresAt"`
		Environment  string          `json:"environment"`
		ExternalInfo json.RawMessage `json:"externalInfo,omitempty"`
	}{
		o.record.Index, o.hash, l.ID, l.URL.Reveal(), l.Token.Reveal(), int(l.ExpireIn.Seconds()),
		l.ExpiresAt.UTC().Format(time.RFC3339), environment, o.record.Request.ExternalInfo,
	})
}

// checked prints that a record is right.
func (p *printer) checked(o outcome) {
	if !p.json {
		return
	}
	p.object(struct {
		Index        int             `json:"index"`
		Line         int             `json:"line"`
		Valid        bool            `json:"valid"`
		ExternalInfo json.RawMessage `json:"externalInfo,omitempty"`
	}{o.record.Index, o.record.Line, true, o.record.Request.ExternalInfo})
}

// failure prints why a record has no link.
func (p *printer) failure(o outcome) {
	if !p.json {
		p.tell(fmt.Sprintf(p.t.CLI.Batch.LineF, o.record.Line, o.failure.message))
		return
	}
	p.object(struct {
		Index        int             `json:"index"`
		Line         int             `json:"line"`
		Record       string          `json:"record,omitempty"`
		Unknown      bool            `json:"unknown,omitempty"`
		ExternalInfo json.RawMessage `json:"externalInfo,omitempty"`
		Error        errorBody       `json:"error"`
	}{
		o.record.Index, o.record.Line, o.hash, o.unknown, o.record.Request.ExternalInfo, o.failure.body(),
	})
}

// status prints where the customer of a link stands in the end.
func (p *printer) status(o outcome, linkID, status string) {
	if !p.json {
		return
	}
	p.object(struct {
		Index        int             `json:"index"`
		LinkID       string          `json:"linkId"`
		Status       string          `json:"status"`
		ExternalInfo json.RawMessage `json:"externalInfo,omitempty"`
	}{o.record.Index, linkID, status, o.record.Request.ExternalInfo})
}
