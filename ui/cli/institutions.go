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
	"klavilink/ui/screen"
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

	// An outage is true for an hour; an institution is true for longer.
	outageLife = time.Hour
	cacheLife  = 30 * 24 * time.Hour
)

// cache keeps the list of institutions of one API.
type cache struct {
	file string // empty where no list is kept
	now  func() time.Time
}

// cacheOf gives the cache of the API at a place. Nothing is kept of a demo, whose
// list is built in, and nothing of another server, because nobody knows whose it
// is.
func cacheOf(env Env, p screen.Place) cache {
	c := cache{now: env.now}
	if env.CacheDir != "" && !p.Demo && p.Server == "" {
		c.file = filepath.Join(env.CacheDir, "institutions-"+string(p.Env)+".json")
	}
	return c
}

// institutions gives the list that was kept last, or the built-in one.
func (c cache) institutions() []directory.Institution {
	kept, ok := c.read()
	age := c.now().Sub(kept.Saved)
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

// read gives what is in the file, true or not.
func (c cache) read() (kept cached, ok bool) {
	if c.file == "" {
		return kept, false
	}
	f, err := os.Open(c.file)
	if err != nil {
		return kept, false
	}
	defer f.Close()
	return kept, json.NewDecoder(io.LimitReader(f, maxCache)).Decode(&kept) == nil
}

// remember gives what keeps a list, nil where none is kept.
func (c cache) remember() func([]directory.Institution) error {
	if c.file == "" {
		return nil
	}
	return func(list []directory.Institution) error {
		b, err := json.Marshal(cached{c.now().UTC().Truncate(time.Second), list})
		if err == nil {
			err = replaceFile(c.file, b)
		}
		if err != nil {
			return fmt.Errorf("keep the institutions: %w", err)
		}
		return nil
	}
}
