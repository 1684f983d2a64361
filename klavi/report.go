package klavi

// reports are the report codes that are known, without their prefix. Which of
// them a partner gets is in its contract, and new ones come: unknown codes are
// as good as these.
var reports = [...]string{
	"checking_account", "credit_card", "savings_account", "balance", "loans", "financing",
	"unarranged_account_overdraft",
	"invoice_financing", "bank_fixed_incomes", "credit_fixed_incomes", "variable_incomes", "treasure_titles", "funds",
	"categorized_checking_l2", "categorized_savings_l2", "categorized_creditcard_l2",
	"categorized_checking_l3", "categorized_savings_l3", "categorized_creditcard_l3",
}

// ReportCodes suggests keys of ProductsCallbackURL for a person (pf_) or a
// company (pj_), with [ReportOther] first.
func ReportCodes(company bool) []string {
	prefix := "pf_"
	if company {
		prefix = "pj_"
	}
	codes := make([]string, 0, len(reports)+1)
	codes = append(codes, ReportOther)
	for _, r := range reports {
		codes = append(codes, prefix+r)
	}
	return codes
}
