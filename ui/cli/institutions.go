package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"klavilink/klavi/directory"
	"klavilink/ui"
	"klavilink/validate"
)

// cached is Klavi's own list of institutions, as it is kept between runs, one for
// each environment. It holds nothing of any customer's.
type cached struct {
	Saved        time.Time               `json:"saved"`
	Institutions []directory.Institution `json:"institutions"`
}

const (
	maxCache = 4 << 20 // bytes

	// An outage is of its hour; an institution of longer.
	outageLife = time.Hour
	cacheLife  = 30 * 24 * time.Hour
)

// cacheFile is where a list is kept, empty where none is: a demo's is built in,
// and of another server's nobody knows whose it is.
func (a *app) cacheFile(p ui.Place) string {
	if a.env.CacheDir == "" || p.Demo || p.Server != "" {
		return ""
	}
	return filepath.Join(a.env.CacheDir, "institutions-"+string(p.Env)+".json")
}

// institutions gives the list that was kept last, or the built-in one.
func (a *app) institutions(p ui.Place) []directory.Institution {
	kept, ok := readCache(a.cacheFile(p))
	age := a.env.Clock.Now().Sub(kept.Saved)
	if !ok || age > cacheLife || age < 0 {
		return directory.Institutions()
	}
	list := slices.DeleteFunc(kept.Institutions, func(i directory.Institution) bool {
		return i.Code == "" || i.Code != validate.Harmless(i.Code, 40)
	})
	if len(list) == 0 {
		return directory.Institutions()
	}
	for i := range list {
		list[i].Name, list[i].ISPB = validate.Harmless(list[i].Name, 80), validate.Harmless(list[i].ISPB, 8)
		list[i].Outage = list[i].Outage && age < outageLife
	}
	return list
}

func readCache(name string) (c cached, ok bool) {
	if name == "" {
		return c, false
	}
	f, err := os.Open(name)
	if err != nil {
		return c, false
	}
	defer f.Close()
	return c, json.NewDecoder(io.LimitReader(f, maxCache)).Decode(&c) == nil
}

// remember gives what keeps a list, nil where none is kept.
func (a *app) remember(p ui.Place) func([]directory.Institution) error {
	name := a.cacheFile(p)
	if name == "" {
		return nil
	}
	return func(list []directory.Institution) error {
		b, err := json.Marshal(cached{a.env.Clock.Now().UTC().Truncate(time.Second), list})
		if err == nil {
			err = replaceFile(name, b)
		}
		if err != nil {
			return fmt.Errorf("keep the institutions: %w", err)
		}
		return nil
	}
}
