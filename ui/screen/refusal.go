package screen

import (
	"fmt"
	"slices"

	"klavilink/klavi"
	"klavilink/klavi/directory"
	"klavilink/ui/draft"
	"klavilink/validate"
)

// UnlistedBank says of a refused institution that its code is on no list, so that the
// agent reads the code again. It is empty for a code that is on a list: then the bank is
// in trouble or not permitted, as the API says.
func (s *Session) UnlistedBank(e *klavi.Error) string {
	code := *s.Desk.Draft().Text(draft.Institution)
	if e.Code != klavi.CodeInvalidInstitution || code == "" {
		return ""
	}
	_, live := s.Desk.Institutions.Find(code)
	same := func(in directory.Institution) bool { return in.Code == code }
	if live || slices.ContainsFunc(directory.Institutions(), same) {
		return ""
	}
	return fmt.Sprintf(s.Text.Failed.UnlistedF, validate.Harmless(code, 40))
}
