package cli

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"klavilink/klavi"
	"klavilink/ui/cli/config"
	"klavilink/ui/message"
	"klavilink/ui/text"
)

// schemaFile describes config.toml to editors.
var schemaFile = filepath.Join("..", "..", "docs", "config.schema.json")

var updateSchema = flag.Bool("update-schema", false, "write docs/config.schema.json anew")

// object is an object of JSON.
type object = map[string]any

// schema returns the schema that the tables of keys make.
func schema() object {
	properties := func(keys []config.Key) object {
		all := object{}
		for _, key := range keys {
			rule := rule(key.Kind)
			rule["description"] = text.For(text.English).CLI.Config.Keys.Of(key.Name)
			all[key.Name] = rule
		}
		return all
	}
	s := object{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "config.toml of klavilink",
		"type": "object", "additionalProperties": false, "properties": properties(config.FileKeys()),
	}
	profile := object{
		"type": "object", "additionalProperties": false, "properties": properties(config.ProfileKeys()),
		"dependentRequired": object{"app_link": []string{"app_redirect_url_key"}},
	}
	s["$defs"] = object{"profile": profile}
	return s
}

// rule returns what a schema says of a kind of keys.
func rule(kind config.Kind) object {
	list := func(items object) object { return object{"type": "array", "items": items} }
	words := object{"type": "string"}
	switch kind {
	case config.YesOrNo:
		return object{"type": "boolean"}
	case config.Environment:
		return object{"enum": []string{string(klavi.Sandbox), string(klavi.Production)}, "default": string(klavi.Sandbox)}
	case config.Language:
		return object{"enum": []string{string(text.Portuguese), string(text.English)}}
	case config.Template:
		known := strings.NewReplacer("{", "", "}", "").Replace(strings.Join(message.Placeholders(), "|"))
		return object{"type": "string", "pattern": `^([^{]|\{(` + known + `)\})*\{link\}([^{]|\{(` + known + `)\})*$`}
	case config.Channels:
		return list(object{"enum": []string{config.WhatsApp, config.Email}})
	case config.Command:
		return list(words)
	case config.Hosts:
		return list(object{
			"type": "string", "maxLength": 253,
			"pattern": `^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$`,
		})
	case config.Address:
		return object{"type": "string", "pattern": `^[A-Za-z][A-Za-z0-9+.-]*:`}
	case config.Reports:
		address := object{"type": "string", "pattern": `^[Hh][Tt][Tt][Pp][Ss]?://`}
		return object{
			"type": "object", "additionalProperties": address,
			"if": object{"required": []string{"all"}}, "then": object{"maxProperties": 1},
		}
	case config.Label:
		return object{"type": "string", "maxLength": 40, "pattern": `^(\S(.*\S)?)?$`}
	case config.Profiles:
		return object{"type": "object", "additionalProperties": object{"$ref": "#/$defs/profile"}}
	default:
		return words
	}
}

func TestTheSchemaIsWhatTheTablesOfKeysSay(t *testing.T) {
	var made bytes.Buffer
	enc := json.NewEncoder(&made)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(schema()); err != nil {
		t.Fatal(err)
	}
	if *updateSchema {
		if err := os.WriteFile(schemaFile, made.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(schemaFile)
	if err != nil || strings.ReplaceAll(string(kept), "\r\n", "\n") != made.String() {
		t.Errorf("docs/config.schema.json is another one, %v: go test ./ui/cli -run Schema -update-schema writes it", err)
	}
	for _, key := range append(config.FileKeys(), config.ProfileKeys()...) {
		if !regexp.MustCompile(`"` + key.Name + `": \{\s+"(additionalProperties|default|description)"`).Match(kept) {
			t.Errorf("%s is not described", key.Name)
		}
	}
}

// compiled returns the schema of the documentation.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	b, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("config.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("config.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fits returns what a schema has against a file.
func fits(t *testing.T, s *jsonschema.Schema, content string) error {
	t.Helper()
	var doc any
	if err := toml.Unmarshal([]byte(content), &doc); err != nil {
		t.Fatalf("%q: %v", content, err)
	}
	return s.Validate(doc)
}

func TestTheSchemaAcceptsTheDocumentedExamplesAndWhatInitWrites(t *testing.T) {
	s := compiled(t)
	files := map[string]string{"everything": everything}
	for _, page := range []string{"integrators.md", "integradores.md"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "docs", page))
		if err != nil {
			t.Fatal(err)
		}
		blocks := regexp.MustCompile("(?s)```toml\n(.*?)```").
			FindAllStringSubmatch(strings.ReplaceAll(string(b), "\r\n", "\n"), -1)
		if len(blocks) == 0 {
			t.Errorf("%s has no example", page)
		}
		for _, block := range blocks {
			files[page] += block[1]
		}
	}
	for _, lang := range []text.Lang{text.Portuguese, text.English} {
		words := &text.For(lang).CLI.Config
		content := template(words, config.Profile{Name: "loja", Environment: klavi.Sandbox, TicketKey: "protocolo"})
		files["init, "+string(lang)] = content
		files["init with all, "+string(lang)] = regexp.MustCompile(`(?m)^# ([a-z_]+ = )`).ReplaceAllString(content, "$1")
	}
	for name, content := range files {
		if err := fits(t, s, content); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheSchemaRefusesWhatTheProgramRefuses(t *testing.T) {
	s := compiled(t)
	const a = "[profiles.a]\n"
	for _, content := range []string{
		"x = 1", "profile = 5", "reduced_motion = \"yes\"", "profiles = 1", "[[profiles.a]]", a + "compani = \"x\"",
		a + "environment = \"mars\"", a + "company = 5", a + "language = \"fr\"", a + "contact = 4000",
		a + "message = \"no\"", a + "message = \"{link} {oops}\"", a + "channels = [\"sms\"]", a + "channels = \"email\"",
		a + "token_command = \"x\"", a + "token_command = [1]", a + "link_hosts = [\"localhost\"]",
		a + "link_hosts = [\"-a.example\"]", a + "link_hosts = [\"A.example\"]", a + "keep_clipboard = 1",
		a + "institution = \" 341\"", a + "redirect_url = \"loja\"", a + "callbacks = { all = \"loja\" }",
		a + "callbacks = { all = \"https://a.example\", other = \"https://b.example\" }",
		a + "app_link = \"https://loja.example/app\"", a + "app_redirect_url_key = 1",
		a + "ticket_key = \"" + strings.Repeat("a", 41) + "\"", a + "ticket_key = \"a\\nb\"",
	} {
		if _, err := config.Parse([]byte(content)); err == nil {
			t.Errorf("%q: the program takes it", content)
		}
		if err := fits(t, s, content); err == nil {
			t.Errorf("%q: the schema accepts it", content)
		}
	}
	for _, content := range []string{
		"", a, a + "message = \"\"\"Oi\n{link} {hora}\"\"\"", a + "link_hosts = [\"a-1.loja.example\"]",
		a + "ticket_key = \"número do caso\"", a + "redirect_url = \"loja://volta\"", a + "channels = []",
		a + "callbacks = { pf_credit_card = \"http://127.0.0.1/c\", other = \"https://loja.example/o\" }",
	} {
		if _, err := config.Parse([]byte(content)); err != nil {
			t.Errorf("%q: %v", content, err)
		}
		if err := fits(t, s, content); err != nil {
			t.Errorf("%q: %v", content, err)
		}
	}
}
