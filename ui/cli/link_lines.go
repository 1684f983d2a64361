package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"klavilink/klavi"
	"klavilink/ui/text"
	"klavilink/validate"
)

// maxLinkLine is the longest line about a link, in bytes. A result of create may hold the
// externalInfo of a record, in which an escape may stand for each byte.
const maxLinkLine = 8 << 20

// linkLine is what a line of input says of a link. It may have no ID: then it is the
// number of a customer, or a URL alone.
type linkLine struct {
	target
	url         klavi.Secret
	environment string // in which the link was made, or empty if that is unknown
}

// linkLines reads lines about links: results of create --json, or an ID, a CPF or CNPJ,
// or both. Lines of results that are about no link are passed over.
type linkLines struct {
	ctx   context.Context //nolint:containedctx // of the reads, which end with it
	lines *bufio.Reader
	t     *text.Catalogue
	n     int // the number of the last line
}

// newLinkLines returns a reader that ends with the context.
func newLinkLines(ctx context.Context, in io.Reader, t *text.Catalogue) *linkLines {
	return &linkLines{ctx: ctx, lines: bufio.NewReaderSize(interruptible{ctx, in}, 64<<10), t: t}
}

// next returns the next line that says something, and [io.EOF] at the end. A line that it
// cannot read is an [*exit] with its number, and ends nothing.
func (l *linkLines) next() (linkLine, error) {
	for {
		raw, err := l.read()
		if err != nil {
			return linkLine{}, err
		}
		if l.n == 1 {
			raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
		}
		raw = bytes.TrimSpace(raw)
		var line linkLine
		switch {
		case len(raw) == 0:
			continue
		case raw[0] == '{':
			if line, err = l.object(raw); err == nil && line.id == "" && line.url == "" {
				continue
			}
		default:
			line, err = l.words(string(raw))
		}
		return line, err
	}
}

// read returns the next line.
func (l *linkLines) read() (line []byte, err error) {
	l.n++
	for {
		part, err := l.lines.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case l.ctx.Err() != nil:
			return nil, abandoned(l.t)
		case len(line) > maxLinkLine:
			return nil, l.wrong(l.t.CLI.TooLarge)
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF) && len(line) == 0:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, usage(fmt.Sprintf(l.t.CLI.ReadFileF, "-"))
		default:
			return line, nil
		}
	}
}

// rest reads the rest of the input and keeps nothing of it.
func (l *linkLines) rest() error {
	_, err := l.lines.WriteTo(io.Discard)
	switch {
	case l.ctx.Err() != nil:
		return abandoned(l.t)
	case err != nil:
		return usage(fmt.Sprintf(l.t.CLI.ReadFileF, "-"))
	default:
		return nil
	}
}

// wrong returns the exit for a line that is of no use. It never quotes the line.
func (l *linkLines) wrong(why string) *exit {
	return usage(fmt.Sprintf(l.t.CLI.Batch.LineF, l.n, why))
}

// object reads a result of create, or another object with the same names.
func (l *linkLines) object(raw []byte) (linkLine, error) {
	var v struct {
		LinkID        string       `json:"linkId"`
		LinkURL       klavi.Secret `json:"linkURL"`
		LinkToken     klavi.Secret `json:"linkToken"`
		ExpiresAt     string       `json:"expiresAt"`
		Environment   string       `json:"environment"`
		PersonalTaxID string       `json:"personalTaxId"`
		BusinessTaxID string       `json:"businessTaxId"`
	}
	if json.Unmarshal(raw, &v) != nil {
		return linkLine{}, l.wrong(l.t.CLI.Batch.NotJSON)
	}
	line := linkLine{url: v.LinkURL, environment: v.Environment}
	line.id, line.token = v.LinkID, v.LinkToken
	if v.ExpiresAt != "" {
		at, err := time.Parse(time.RFC3339, v.ExpiresAt)
		if err != nil {
			return linkLine{}, l.wrong(l.t.CLI.Tools.BadLine)
		}
		line.ends = at
	}
	if v.PersonalTaxID != "" {
		cpf, p := validate.CheckCPF(v.PersonalTaxID)
		if !p.OK() {
			return linkLine{}, l.wrong(l.t.Problem(p))
		}
		line.person = cpf.Reveal()
	}
	if v.BusinessTaxID != "" {
		cnpj, p := validate.CheckCNPJ(v.BusinessTaxID)
		if !p.OK() {
			return linkLine{}, l.wrong(l.t.Problem(p))
		}
		line.company = cnpj.Reveal()
	}
	return line, nil
}

// words reads an ID, a CPF or CNPJ, a URL, or an ID and a CPF or CNPJ.
func (l *linkLines) words(s string) (line linkLine, err error) {
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t,;", r) })
	switch {
	case len(words) == 1 && strings.Contains(words[0], "://"):
		line.url = klavi.Secret(words[0])
	case len(words) == 1 && isDocument(words[0]):
		line.setDocument(words[0])
	case len(words) == 1 && checkLinkID(&l.t.CLI, words[0]) == nil:
		line.id = words[0]
	case len(words) == 2 && checkLinkID(&l.t.CLI, words[0]) == nil:
		if _, p := validate.CheckDocument(words[1]); !p.OK() {
			return linkLine{}, l.wrong(l.t.Problem(p))
		}
		line.id = words[0]
		line.setDocument(words[1])
	default:
		return linkLine{}, l.wrong(l.t.CLI.Tools.BadLine)
	}
	return line, nil
}

// setDocument sets the customer's number, which must be right.
func (t *target) setDocument(s string) {
	d, err := validate.ParseDocument(s)
	if err != nil {
		return
	}
	t.person, t.company = d.CPF().Reveal(), d.CNPJ().Reveal()
}
