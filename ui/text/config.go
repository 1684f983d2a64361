package text

// Config holds the sentences about config.toml: its errors, its profiles, and the command
// config.
type Config struct {
	FlagProfile                                             string
	NoProfileF, ProfilesF, NoProfiles, NoFile, WrongPlaceF  string
	KindF, TwiceF, MissingF, Mend                           string
	Short, Long, InitShort, InitLong, ShowShort, ShowLong   string
	EditShort, EditLong, PathShort                          string
	NoFolder, ExistsF, NotWrittenF, WrittenF, WrittenNextF  string
	Intro, Abandoned, AskName, AskEnvironment, AskCompany   string
	AskRedirect, AskTicket, BadName, BadLine                string
	Head, Default, All                                      string
	MissingFileF, NoEditor, BadEditor, EditorFailedF, Right string
	Set, None, System, Builtin, Message                     string

	Wants ConfigWants
	Keys  ConfigKeys
}

// ConfigWants says what a key may hold.
type ConfigWants struct {
	Text, YesNo, Name, Environment, Language, Template, Channels, Command, Hosts string
	Address, WebAddress, Reports, Label, Profiles, Table                         string
}

// ConfigKeys says what each key of config.toml is for, in a line. Its fields have the names
// of the keys.
type ConfigKeys struct {
	Profile, ReducedMotion, Profiles                              string
	Environment, Company, Language, Contact, Message, Channels    string
	TokenCommand, LinkHosts, KeepClipboard, Institution           string
	RedirectURL, Callbacks, AppLink, AppRedirectURLKey, TicketKey string
}

// Of returns what a key is for, or "" if there is no such key.
func (k *ConfigKeys) Of(key string) string {
	return map[string]string{
		"profile": k.Profile, "reduced_motion": k.ReducedMotion, "profiles": k.Profiles,
		"environment": k.Environment, "company": k.Company, "language": k.Language, "contact": k.Contact,
		"message": k.Message, "channels": k.Channels, "token_command": k.TokenCommand, "link_hosts": k.LinkHosts,
		"keep_clipboard": k.KeepClipboard, "institution": k.Institution, "redirect_url": k.RedirectURL,
		"callbacks": k.Callbacks, "app_link": k.AppLink, "app_redirect_url_key": k.AppRedirectURLKey,
		"ticket_key": k.TicketKey,
	}[key]
}
