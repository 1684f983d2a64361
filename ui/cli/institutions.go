package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"klavilink/klavi/directory"
	"klavilink/ui/cli/ownfile"
	"klavilink/ui/screen"
	"klavilink/validate"
)

// cached is the file that keeps Klavi's list of institutions between runs. Each
// environment has its own file. It holds no customer's data.
type cached struct {
	Saved        time.Time               `json:"saved"`
	Institutions []directory.Institution `json:"institutions"`
}

const (
	maxCache = 4 << 20 // bytes

	// We trust an outage in the file for an hour, and the list itself for 30 days.
	outageLife = time.Hour
	cacheLife  = 30 * 24 * time.Hour
)

// cache reads and writes the list of institutions of one API.
type cache struct {
	file string // empty if no list is kept
	now  func() time.Time
}

// cacheOf returns the cache of the API at a place. It keeps no list for the demo,
// which uses the built-in list. It keeps none for another server either, because that
// server's list may not be Klavi's.
func cacheOf(env Env, p screen.Place) cache {
	c := cache{now: env.now}
	if env.CacheDir != "" && !p.Demo && p.Server == "" {
		c.file = filepath.Join(env.CacheDir, "institutions-"+string(p.Env)+".json")
	}
	return c
}

// institutions returns the list in the file, or the built-in list if the file is
// missing, damaged, too old or written by somebody else.
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

// read returns the content of the file without checking it.
func (c cache) read() (kept cached, ok bool) {
	if c.file == "" {
		return kept, false
	}
	content, err := ownfile.Read(c.file, maxCache)
	if err != nil || content.Trouble != nil {
		return kept, false
	}
	return kept, json.Unmarshal(content.Bytes, &kept) == nil
}

// remember returns a function that writes the list to the file, or nil if no list is
// kept.
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
