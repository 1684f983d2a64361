package klavi_test

import (
	"fmt"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"klavilink/klavi"
)

func TestTheTableOfFieldsMatchesTheJSONOfTheRequest(t *testing.T) {
	request := reflect.TypeFor[klavi.LinkRequest]()
	fields := klavi.LinkFields()
	if len(fields) != request.NumField() {
		t.Fatalf("%d fields in the table, %d in the request", len(fields), request.NumField())
	}
	for i, f := range fields {
		inStruct := request.Field(i)
		if name, _, _ := strings.Cut(inStruct.Tag.Get("json"), ","); f.Name != name {
			t.Errorf("field %d: %s in the table, %s in the request", i, f.Name, name)
		}
		if isText := inStruct.Type.Kind() == reflect.String; f.IsText() != isText {
			t.Errorf("%s: a text is %t", f.Name, f.IsText())
		}
		var r klavi.LinkRequest
		text := f.Text(&r)
		if (text != nil) != f.IsText() {
			t.Errorf("%s: the text is %v", f.Name, text)
		}
		if text != nil && any(text) != reflect.ValueOf(&r).Elem().Field(i).Addr().Interface() {
			t.Errorf("%s: the text is another field's", f.Name)
		}
	}
}

func TestAFieldIsSetIfTheRequestHasAValueForIt(t *testing.T) {
	for i, f := range klavi.LinkFields() {
		if f.IsSet(klavi.LinkRequest{}) {
			t.Errorf("%s is set in an empty request", f.Name)
		}
		var one klavi.LinkRequest
		reflect.ValueOf(&one).Elem().Field(i).Set(reflect.ValueOf(full).Field(i))
		if got := one.Fields(); !slices.Equal(got, []string{f.Name}) {
			t.Errorf("%s is set, not %v", f.Name, got)
		}
	}
}

func TestPersonalFieldsAreTextsThatNameACustomerOrOpenTheirData(t *testing.T) {
	var personal []string
	for _, f := range klavi.LinkFields() {
		if f.Personal {
			personal = append(personal, f.Name)
		}
		if f.Personal && !f.IsText() {
			t.Errorf("%s: only a text can be censored", f.Name)
		}
	}
	want := []string{
		klavi.FieldPersonalTaxID, klavi.FieldBusinessTaxID,
		klavi.FieldEmail, klavi.FieldPhone, klavi.FieldConnectionKey,
	}
	if !slices.Equal(personal, want) {
		t.Errorf("%v, want %v", personal, want)
	}
}

func TestACallerMayChangeTheListOfFields(t *testing.T) {
	klavi.LinkFields()[0].Name = "changed"
	if got := klavi.LinkFields()[0].Name; got != klavi.FieldPersonalTaxID {
		t.Errorf("%q", got)
	}
}

// blamed returns the field that the package blames for a refusal.
func blamed(t *testing.T, message string) string {
	t.Helper()
	url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = fmt.Fprintf(w, `{"message":%q}`, message)
	})
	client := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"})
	_, err := client.CreateLink(t.Context(), klavi.LinkRequest{})
	return failure(t, err).Field
}

func TestAMessageIsAboutTheFieldThatItNames(t *testing.T) {
	for _, f := range klavi.LinkFields() {
		if got := blamed(t, f.Name+" must not be empty"); got != f.Name {
			t.Errorf("%s: %q", f.Name, got)
		}
	}
	for message, want := range map[string]string{
		"invalid CPF":             klavi.FieldPersonalTaxID,
		"CNPJ not found":          klavi.FieldBusinessTaxID,
		"malformed e-mail":        klavi.FieldEmail,
		"Institution in outage":   klavi.FieldInstitutionCode,
		"callback is not allowed": klavi.FieldProductsCallbackURL,
		"something is wrong":      "",
	} {
		if got := blamed(t, message); got != want {
			t.Errorf("%s: %q, want %q", message, got, want)
		}
	}
}

func TestIfAMessageNamesSeveralFieldsTheOneWithTheLowestRankIsBlamed(t *testing.T) {
	for message, want := range map[string]string{
		"phone or personalTaxId is needed":                      klavi.FieldPersonalTaxID,
		"institutionCode does not serve businessTaxId":          klavi.FieldBusinessTaxID,
		"redirectURL and productsCallbackURL differ":            klavi.FieldProductsCallbackURL,
		"appLink needs appRedirectURLKey":                       klavi.FieldAppRedirectURLKey,
		"appLink and redirectURL differ":                        klavi.FieldRedirectURL,
		"connectionKey, externalInfo or appLink is wrong":       klavi.FieldAppLink,
		"connectionKey or externalInfo is wrong":                klavi.FieldExternalInfo,
		"email of connectionKey is wrong":                       klavi.FieldConnectionKey,
		"email of the cpf is wrong":                             klavi.FieldPersonalTaxID,
		"cpf of the cnpj is wrong":                              klavi.FieldBusinessTaxID,
		"the institution needs a phone or an email":             klavi.FieldEmail,
		"the institution needs a phone":                         klavi.FieldPhone,
		"the institution needs a callback":                      klavi.FieldInstitutionCode,
		"the customer's phone is not the phone of the e-mail":   klavi.FieldEmail,
		"institutionCode is not the institution of the request": klavi.FieldInstitutionCode,
	} {
		if got := blamed(t, message); got != want {
			t.Errorf("%s: %q, want %q", message, got, want)
		}
	}
}

func TestTheConnectionKeyDoesNotComeBackInAnError(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, `{"message":"no connection key-of-a-customer"}`)
	})
	client := newClient(t, klavi.Config{BaseURL: url, AccessToken: "t"})
	_, err := client.CreateLink(t.Context(), klavi.LinkRequest{ConnectionKey: "key-of-a-customer"})
	if strings.Contains(failure(t, err).Error(), "key-of-a-customer") {
		t.Error(err)
	}
}

func ExampleLinkFields() {
	request := klavi.LinkRequest{PersonalTaxID: "52998224725", RedirectURL: "https://exemplo.com/volta"}
	for _, f := range klavi.LinkFields() {
		if f.IsSet(request) {
			fmt.Println(f.Name, f.Personal)
		}
	}
	// Output:
	// personalTaxId true
	// redirectURL false
}
