package klavi

// reports lists the known report codes, without their prefix. A partner's contract
// says which of them it gets. Klavi may add others, so unknown codes are valid too.
var reports = [...]string{
	"checking_account", "credit_card", "savings_account", "balance", "loans", "financing",
	"unarranged_account_overdraft",
	"invoice_financing", "bank_fixed_incomes", "credit_fixed_incomes", "variable_incomes", "treasure_titles", "funds",
	"categorized_checking_l2", "categorized_savings_l2", "categorized_creditcard_l2",
	"categorized_checking_l3", "categorized_savings_l3", "categorized_creditcard_l3",
}

// ReportCodes returns suggestions for the keys of ProductsCallbackURL. The codes
// begin with pj_ for a company and with pf_ for a person. [ReportOther] comes first.
func ReportCodes(company bool) []string {
	prefix := "pf_"
	if company {
		prefix = "pj_"
	}
	codes := []string{ReportOther}
	for _, r := range reports {
		codes = append(codes, prefix+r)
	}
	return codes
}
