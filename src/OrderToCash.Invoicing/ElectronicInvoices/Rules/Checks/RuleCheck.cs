namespace OrderToCash.Invoicing;

/// <summary>
/// One walk of the rules over a document. As long as every rule holds nothing is allocated (a debug build spends a few hundred
/// bytes on the rules of Peppol).
/// </summary>
internal ref struct RuleCheck(RuleTables rules, ref DocumentFacts facts, RuleStrictness strictness)
{
    private readonly ref DocumentFacts facts = ref facts;
    private List<RuleFinding>? findings;

    internal readonly EquatableArray<RuleFinding> Findings => findings is null ? default : [.. findings];

    internal void Run()
    {
        var document = facts.Document;
        Apply(rules.Document, document, Place.Document);
        CheckParty(document.Seller, "seller");
        CheckParty(document.Buyer, "buyer");
        CheckParty(document.Payee, "payee");
        CheckParty(document.TaxRepresentative, "taxRepresentative");
        CheckAddress(document.Delivery?.Address, "delivery.address");
        for (var i = 0; i < document.Notes.Count; i++) Apply(rules.Note, document.Notes[i], new("notes", i));
        for (var i = 0; i < document.PrecedingInvoices.Count; i++)
            Apply(rules.Preceding, document.PrecedingInvoices[i], new("precedingInvoices", i));
        for (var i = 0; i < document.PaymentInstructions.Count; i++)
            Apply(rules.Payment, document.PaymentInstructions[i], new("paymentInstructions", i));
        for (var i = 0; i < document.Attachments.Count; i++)
            Apply(rules.Attachment, document.Attachments[i], new("attachments", i));
        for (var i = 0; i < document.AllowancesCharges.Count; i++) CheckAllowanceCharge(document.AllowancesCharges[i], i);
        for (var i = 0; i < document.Lines.Count; i++) CheckLine(document.Lines[i], i);
        for (var i = 0; i < document.TaxBreakdown.Count; i++) CheckSubtotal(document.TaxBreakdown[i], i);
        CheckTotals(document.Totals);
    }

    private void CheckParty(DocumentParty? party, string role)
    {
        if (party is null) return;
        Apply(rules.Party, party, new(role, -1));
        if (party.Endpoint is { } endpoint) Apply(rules.Endpoint, endpoint, new(role, -1, "endpoint", -1));
        if (party.LegalId is { } legal) Apply(rules.Identifier, legal, new(role, -1, "legalId", -1));
        for (var i = 0; i < party.Ids.Count; i++) Apply(rules.Identifier, party.Ids[i], new(role, -1, "ids", i));
        if (party.Address is { } address) Apply(rules.Address, address, new(role, -1, "address", -1));
    }

    private void CheckAddress(DocumentAddress? address, string path)
    {
        if (address is not null) Apply(rules.Address, address, new(path, -1));
    }

    private void CheckAllowanceCharge(DocumentAllowanceCharge part, int index)
    {
        var place = new Place("allowancesCharges", index);
        Apply(rules.AnyAllowanceCharge, part, place);
        CheckOwnAmount(part.Amount, "allowancesCharges", index, "amount");
        CheckOwnAmount(part.BaseAmount, "allowancesCharges", index, "baseAmount");
        if (part.IsCharge is not { } isCharge) return;
        Apply(isCharge ? rules.Charge : rules.Allowance, part, place);
        var kind = TaxKind.Of(part.TaxCategory);
        if (kind < 0 || !Terms.IsVat(part.TaxScheme)) return;
        Apply((isCharge ? rules.ChargeByKind : rules.AllowanceByKind)[kind], part, place);
    }

    private void CheckLine(DocumentLine line, int index)
    {
        Apply(rules.Line, line, new("lines", index));
        var kind = TaxKind.Of(line.TaxCategory);
        if (kind >= 0 && Terms.IsVat(line.TaxScheme)) Apply(rules.LineByKind[kind], line, new("lines", index));
        CheckOwnAmount(line.Net, "lines", index, "net");
        if (line.Price is { } price)
        {
            CheckOwnAmount(price.Net, "lines", index, "price.net");
            CheckOwnAmount(price.Gross, "lines", index, "price.gross");
            CheckOwnAmount(price.Discount, "lines", index, "price.discount");
        }
        for (var i = 0; i < line.AllowancesCharges.Count; i++)
        {
            var (part, place) = (line.AllowancesCharges[i], new Place("lines", index, "allowancesCharges", i));
            Apply(rules.AnyAllowanceCharge, part, place);
            if (part.IsCharge is { } isCharge) Apply(isCharge ? rules.LineCharge : rules.LineAllowance, part, place);
            CheckOwnAmount(part.Amount, "lines", index, "allowancesCharges");
            CheckOwnAmount(part.BaseAmount, "lines", index, "allowancesCharges");
        }
    }

    private void CheckSubtotal(DocumentTaxSubtotal subtotal, int index)
    {
        var place = new Place("taxBreakdown", index);
        Apply(rules.Subtotal, subtotal, place);
        var kind = TaxKind.Of(subtotal.Category);
        if (kind >= 0 && Terms.IsVat(subtotal.TaxScheme)) Apply(rules.SubtotalByKind[kind], subtotal, place);
        foreach (var rule in rules.Exactness)
            if (!rule.Holds(subtotal, facts))
                Add(rule, subtotal, place, ExactnessRules.SeverityOf(rule.Id, subtotal, facts, strictness));
        CheckOwnAmount(subtotal.TaxableAmount, "taxBreakdown", index, "taxableAmount");
        CheckOwnAmount(subtotal.TaxAmount, "taxBreakdown", index, "taxAmount");
    }

    private void CheckTotals(DocumentTotals? totals)
    {
        if (totals is null) return;
        CheckOwnAmount(totals.LineNet, "totals", -1, "lineNet");
        CheckOwnAmount(totals.Allowances, "totals", -1, "allowances");
        CheckOwnAmount(totals.Charges, "totals", -1, "charges");
        CheckOwnAmount(totals.Net, "totals", -1, "net");
        CheckOwnAmount(totals.Tax, "totals", -1, "tax");
        CheckOwnAmount(totals.Gross, "totals", -1, "gross");
        CheckOwnAmount(totals.Prepaid, "totals", -1, "prepaid");
        CheckOwnAmount(totals.Rounding, "totals", -1, "rounding");
        CheckOwnAmount(totals.Payable, "totals", -1, "payable");
        if (totals.TaxInTaxCurrency is { } accounting) Apply(rules.Amount, accounting, new("totals", -1, "taxInTaxCurrency", -1));
    }

    private void CheckOwnAmount(DocumentAmount? amount, string list, int index, string field)
    {
        if (amount is not { Currency: not null } written) return;
        Apply(rules.Amount, written, new(list, index, field, -1));
        Apply(rules.OwnAmount, written, new(list, index, field, -1));
    }

    private void Apply<T>(Rule<T>[] table, T subject, Place place)
    {
        foreach (var rule in table)
            if (!rule.Holds(subject, facts)) Add(rule, subject, place, SeverityOf(rule));
    }

    private readonly RuleSeverity SeverityOf<T>(Rule<T> rule) =>
        rule.IsCheckDigit && strictness == RuleStrictness.Official && rule.Severity == RuleSeverity.Fatal
            ? RuleSeverity.Warning
            : rule.Severity;

    // What could not be read is not missing.
    private void Add<T>(Rule<T> rule, T subject, Place place, RuleSeverity severity)
    {
        var path = place.Path(rule.Field);
        if (facts.Document.Unreadable.FindIndex(unreadable => unreadable == path) >= 0) return;
        (findings ??= []).Add(new()
        {
            Rule = rule.Id,
            Severity = severity,
            Term = rule.Term,
            Path = path,
            Message = rule.Says(subject, facts),
        });
    }
}
