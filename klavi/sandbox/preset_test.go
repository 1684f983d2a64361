package sandbox_test

import (
	"net/http"
	"strings"
	"testing"

	"klavilink/klavi"
)

// opens returns the first page of the link.
func (c *customer) opens() string {
	c.t.Helper()
	status, page, _ := visit(c.t, c.box, c.page, nil)
	if status != http.StatusOK {
		c.t.Fatalf("%d %s", status, page)
	}
	return page
}

func TestALinkForOneBankGoesStraightToIt(t *testing.T) {
	c := newCustomer(t, `{"institutionCode":"341"}`)
	if page := c.opens(); !strings.Contains(page, "Compartilhar dados: Itaú") || strings.Contains(page, "Nubank") {
		t.Error(page)
	}
	if got := c.status(); got != "[]" {
		t.Errorf("a page that was only opened started a consent: %s", got)
	}
	for _, step := range []struct{ do, see string }{
		{"continue", "Aqui seria o app do banco"},
		{"authorise", "Falta aceitar os termos"},
		{"accept", "Pode fechar esta página"},
	} {
		if page := c.does(step.do, "341"); !strings.Contains(page, step.see) {
			t.Errorf("%s: %s", step.do, page)
		}
		if page := c.opens(); !strings.Contains(page, step.see) {
			t.Errorf("%s, and the link opened again: %s", step.do, page)
		}
	}
	if page := c.opens(); strings.Contains(page, "Escolher outro banco") || strings.Contains(page, "Tentar de novo") {
		t.Errorf("there is another bank: %s", page)
	}
	c.does("continue", "341")
	if got := c.status(); !strings.Contains(got, `"AUTHORISED"`) {
		t.Errorf("after the end: %s", got)
	}
}

func TestWhoRefusedTheBankOfALinkCanTryAgain(t *testing.T) {
	for _, before := range [][]string{{}, {"continue"}, {"continue", "authorise"}} {
		c := newCustomer(t, `{"institutionCode":"341"}`)
		for _, do := range before {
			c.does(do, "341")
		}
		page := c.does("refuse", "341")
		if !strings.Contains(page, "Nada de Itaú foi compartilhado") || !strings.Contains(page, "Tentar de novo") ||
			strings.Contains(page, "Escolher outro banco") {
			t.Errorf("%v: %s", before, page)
		}
		if page := c.opens(); !strings.Contains(page, "Compartilhar dados: Itaú") {
			t.Errorf("%v, again: %s", before, page)
		}
		if got := c.status(); !strings.Contains(got, `"REJECTED"`) {
			t.Errorf("%v: the link opened again changed something: %s", before, got)
		}
		if page := c.does("continue", "341"); !strings.Contains(page, "Aqui seria o app do banco") {
			t.Errorf("%v, and continued: %s", before, page)
		}
	}
}

// The agent can play a customer at another bank, and pages can be forged.
func TestALinkForOneBankLeadsToItFromThePageOfAnother(t *testing.T) {
	c := newCustomer(t, `{"institutionCode":"341"}`)
	for _, code := range []string{"260", "nonsense"} {
		if page := c.does("continue", code); !strings.Contains(page, "Compartilhar dados: Itaú") {
			t.Errorf("%s: %s", code, page)
		}
	}
	if got := c.status(); got != "[]" {
		t.Error(got)
	}
	if err := c.box.SetStatus(c.link["linkId"].(string), "260", klavi.Authorised); err != nil {
		t.Fatal(err)
	}
	if page := c.opens(); !strings.Contains(page, "Compartilhar dados: Itaú") {
		t.Error(page)
	}
}
