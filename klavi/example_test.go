package klavi_test

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"

	"klavilink/klavi"
	"klavilink/klavi/sandbox"
)

// The example uses the sandbox in place of the API. With real keys, only the Config
// differs.
func Example() {
	box, err := sandbox.New(sandbox.Config{})
	if err != nil {
		panic(err)
	}
	server := httptest.NewServer(box)
	defer server.Close()

	client, err := klavi.New(klavi.Config{
		BaseURL:   server.URL,
		AccessKey: sandbox.DemoAccessKey, SecretKey: sandbox.DemoSecretKey,
	})
	if err != nil {
		panic(err)
	}
	link, err := client.CreateLink(context.Background(), klavi.LinkRequest{PersonalTaxID: "76109277673"})
	fmt.Println(link.ExpireIn, link.URL, err)

	_, err = client.CreateLink(context.Background(), klavi.LinkRequest{Phone: "911"})
	var e *klavi.Error
	if errors.As(err, &e) {
		fmt.Println(e.Kind, e.Status, e.Field, e.Messages)
	}
	// Output:
	// 30m0s •••• <nil>
	// input 400 phone [Invalid phone]
}
