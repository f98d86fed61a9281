using static OrderToCash.Invoicing.Terms;

namespace OrderToCash.Invoicing;

/// <summary>
/// The German rules: XRechnung 3.0.2 asks them of every document (BR-DE-*), Peppol of those from Germany to Germany (DE-R-*).
/// One row makes both.
/// </summary>
internal static class GermanRules
{
    private static readonly CodeList Types = new("326 380 384 389 381 875 876 877");

    internal static readonly Rule<InvoiceDocument>[] Document =
    [
        .. Both("1", "001", "BG-16", "paymentInstructions", d =>
            !d.PaymentInstructions.IsEmpty, "There are no payment instructions."),
        .. Both("2", "002", "BG-6", "seller.contact", d =>
            d.Seller is not { Contact: null }, "The contact of the seller is missing."),
        .. Both("3", "003", "BT-37", "seller.address.city", d => d.Seller?.Address is not { } a || IsFilled(a.City),
            "The city of the seller is missing."),
        .. Both("4", "004", "BT-38", "seller.address.postCode", d => d.Seller?.Address is not { } a || IsFilled(a.PostCode),
            "The post code of the seller is missing."),
        .. Both("5", "005", "BT-41", "seller.contact.name", d => d.Seller?.Contact is not { } c || IsFilled(c.Name),
            "The contact of the seller has no name."),
        .. Both("6", "006", "BT-42", "seller.contact.phone", d => d.Seller?.Contact is not { } c || IsFilled(c.Phone),
            "The contact of the seller has no telephone number."),
        .. Both("7", "007", "BT-43", "seller.contact.email", d => d.Seller?.Contact is not { } c || IsFilled(c.Email),
            "The contact of the seller has no mail address."),
        .. Both("8", "008", "BT-52", "buyer.address.city", d => d.Buyer?.Address is not { } a || IsFilled(a.City),
            "The city of the buyer is missing."),
        .. Both("9", "009", "BT-53", "buyer.address.postCode", d => d.Buyer?.Address is not { } a || IsFilled(a.PostCode),
            "The post code of the buyer is missing."),
        .. Both("10", "010", "BT-77", "delivery.address.city", d => d.Delivery?.Address is not { } a || IsFilled(a.City),
            "The city of the delivery address is missing."),
        .. Both("11", "011", "BT-78", "delivery.address.postCode", d => d.Delivery?.Address is not { } a || IsFilled(a.PostCode),
            "The post code of the delivery address is missing."),
        .. Both("15", "015", "BT-10", "buyerReference", d =>
            IsFilled(d.BuyerReference), "The buyer reference (Leitweg-ID) is missing."),
        .. BothOfFacts("16", "016", "BT-31", "seller.vatId", HasSellerTaxId,
            "There is neither a VAT id nor a tax registration of the seller, nor a tax representative."),
        .. Both("17", "017", "BT-3", "typeCode", d =>
            Types.Has(d.TypeCode), "The invoice type is not one that is usual in Germany.",
            RuleSeverity.Warning),
        .. Both("18", "018", "BT-20", "paymentTerms", d => Skonto.IsWellFormed(d.PaymentTerms),
            "A line of the payment terms that starts with # must be #SKONTO#TAGE=n#PROZENT=n.nn# or with "
            + "#BASISBETRAG=n.nn#, and a line break must follow the last."),
        .. Both("22", "022", "BT-125-2", "attachments", HasDifferentFileNames, "Two attachments have the same file name."),
        .. Both("26", "026", "BG-3", "precedingInvoices", d => !Is(d.TypeCode, "384") || !d.PrecedingInvoices.IsEmpty,
            "A corrected invoice should name the invoice it corrects.", RuleSeverity.Warning),
        .. Both("27", "027", "BT-42", "seller.contact.phone", d => d.Seller?.Contact is not { } c || CountDigits(c.Phone) >= 3,
            "The telephone number of the seller has fewer than three digits.", RuleSeverity.Warning),
        .. Both("28", "028", "BT-43", "seller.contact.email", d => d.Seller?.Contact is not { } c || IsMail(c.Email),
            "The mail address of the seller is none.", RuleSeverity.Warning),
        .. Both("30", "030", "BT-90", "paymentInstructions", d =>
            EveryDebit(d, m => m.CreditorId is not null) || HasCreditorId(d),
            "A direct debit needs the creditor identifier."),
        .. Both("31", "031", "BT-91", "paymentInstructions", d => EveryDebit(d, m => m.DebitedAccountId is not null),
            "A direct debit needs the account to be debited."),
        new("BR-DE-21", "BT-24", "specificationId", (d, in _) => InvoiceProfile.IsXRechnung(d.SpecificationId),
            (d, in _) => $"The specification identifier {Show(d.SpecificationId)} is not that of XRechnung 3.0.")
            { Severity = RuleSeverity.Warning, Sets = RuleSets.XRechnung },
        new("BR-DE-TMP-32", "BT-72", "delivery.date", (d, in _) => d.Delivery?.Date is not null || d.Period is not null
                || d.TaxPointCode is not null || HasPeriodOnEveryLine(d),
            "Say when it was delivered: on the document, or as a period of the document or of every line.")
            { Severity = RuleSeverity.Information, Sets = RuleSets.XRechnung },
    ];

    internal static readonly Rule<PaymentInstruction>[] Payment =
    [
        .. BothOfPayment("19", "019", "BT-84", p =>
            !Is(p.MeansCode, "58") || HasIban(p), "The account is no IBAN.", RuleSeverity.Warning),
        .. BothOfPayment("20", "020", "BT-91", p => !Is(p.MeansCode, "59") || IsIban(p.DirectDebit?.DebitedAccountId),
            "The account to be debited is no IBAN.", RuleSeverity.Warning),
        .. BothOfPayment("23-a", "023-1", "BG-17", p => !PaymentRules.IsTransfer(p.MeansCode) || !p.Transfers.IsEmpty,
            "A credit transfer needs an account."),
        .. BothOfPayment("23-b", "023-2", "BG-16", p =>
            !PaymentRules.IsTransfer(p.MeansCode) || p is { Card: null, DirectDebit: null },
            "A credit transfer has neither card nor mandate."),
        .. BothOfPayment("24-a", "024-1", "BG-18", p => !IsCard(p) || p.Card is not null, "A card payment needs the card."),
        .. BothOfPayment("24-b", "024-2", "BG-16", p => !IsCard(p) || p.Transfers.IsEmpty && p.DirectDebit is null,
            "A card payment has neither account nor mandate."),
        .. BothOfPayment("25-a", "025-1", "BG-19", p => !Is(p.MeansCode, "59") || p.DirectDebit is not null,
            "A direct debit needs the mandate."),
        .. BothOfPayment("25-b", "025-2", "BG-16", p => !Is(p.MeansCode, "59") || p.Transfers.IsEmpty && p.Card is null,
            "A direct debit has neither account nor card."),
    ];

    internal static readonly Rule<DocumentTaxSubtotal>[] Subtotal =
    [
        new("BR-DE-14", "BT-119", "rate", (s, in _) =>
            s.Rate is not null, "The tax rate is missing.") { Sets = RuleSets.XRechnung },
        new("DE-R-014", "BT-119", "rate", (s, in f) => !NationalRules.IsGerman(f.Document) || s.Rate is not null,
            "The tax rate is missing.") { Sets = RuleSets.Peppol },
    ];

    internal static readonly Rule<SupportingDocument>[] Attachment =
    [
        new("BR-TMP-2", "BT-124", "location", (a, in _) => a.Location is not { } l || IsAbsoluteUrl(l),
            (a, in _) => $"{Show(a.Location)} is no absolute address.") { Sets = RuleSets.XRechnung },
        new("DE-R-T02", "BT-124", "location", (a, in f) =>
                !NationalRules.IsGerman(f.Document) || a.Location is not { } l || IsAbsoluteUrl(l),
            (a, in _) => $"{Show(a.Location)} is no absolute address.")
            { Severity = RuleSeverity.Warning, Sets = RuleSets.Peppol },
    ];

    private static Rule<InvoiceDocument>[] Both(string xrechnung, string peppol, string term, string field,
        Func<InvoiceDocument, bool> holds, string says, RuleSeverity severity = RuleSeverity.Fatal) =>
        BothOfFacts(xrechnung, peppol, term, field, (d, in _) => holds(d), says, severity);

    private static Rule<InvoiceDocument>[] BothOfFacts(string xrechnung, string peppol, string term, string field,
        Holds<InvoiceDocument> holds, string says, RuleSeverity severity = RuleSeverity.Fatal) =>
    [
        new($"BR-DE-{xrechnung}", term, field, holds, says) { Severity = severity, Sets = RuleSets.XRechnung },
        new($"DE-R-{peppol}", term, field, (d, in f) => !NationalRules.IsGerman(d) || holds(d, f), says)
            { Severity = severity, Sets = RuleSets.Peppol },
    ];

    private static Rule<PaymentInstruction>[] BothOfPayment(string xrechnung, string peppol, string term,
        Func<PaymentInstruction, bool> holds, string says, RuleSeverity severity = RuleSeverity.Fatal) =>
    [
        new($"BR-DE-{xrechnung}", term, "", (p, in _) => holds(p), says) { Severity = severity, Sets = RuleSets.XRechnung },
        new($"DE-R-{peppol}", term, "", (p, in f) => !NationalRules.IsGerman(f.Document) || holds(p), says)
            { Severity = severity, Sets = RuleSets.Peppol },
    ];

    // S, Z, E, AE, K, G, L or M on a line, allowance or charge.
    private static bool HasSellerTaxId(InvoiceDocument document, in DocumentFacts facts)
    {
        var isUsed = false;
        for (var kind = TaxKind.Standard; kind <= TaxKind.Ipsi; kind++)
            isUsed |= kind != TaxKind.OutOfScope && facts.IsUsed(kind);
        return !isUsed || document.TaxRepresentative is not null
            || IsFilled(document.Seller?.VatId) || IsFilled(document.Seller?.TaxRegistrationId);
    }

    private static bool HasDifferentFileNames(InvoiceDocument document)
    {
        if (document.Attachments.Count < 2) return true;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attachment in document.Attachments)
            if (attachment.FileName is { } name && !names.Add(name)) return false;
        return true;
    }

    private static bool EveryDebit(InvoiceDocument document, Func<DirectDebit, bool> holds)
    {
        foreach (var instruction in document.PaymentInstructions)
            if (instruction.DirectDebit is { } debit && !holds(debit)) return false;
        return true;
    }

    private static bool HasCreditorId(InvoiceDocument document) => HasSepaId(document.Seller) || HasSepaId(document.Payee);

    private static bool HasSepaId(DocumentParty? party) => party is not null && party.Ids.FindIndex(i => i.Scheme == "SEPA") >= 0;

    private static bool HasPeriodOnEveryLine(InvoiceDocument document)
    {
        foreach (var line in document.Lines)
            if (line.Period is null) return false;
        return true;
    }

    private static bool IsCard(PaymentInstruction instruction) =>
        Is(instruction.MeansCode, "48") || Is(instruction.MeansCode, "54") || Is(instruction.MeansCode, "55");

    private static bool HasIban(PaymentInstruction instruction)
    {
        foreach (var transfer in instruction.Transfers)
            if (!IsIban(transfer.AccountId)) return false;
        return !instruction.Transfers.IsEmpty;
    }

    // The official rule looks at shape and check digits, not at the country's own structure.
    private static bool IsIban(string? account)
    {
        var rest = 0;
        Span<char> text = stackalloc char[34];
        var length = 0;
        foreach (var c in account.AsSpan())
        {
            if (char.IsWhiteSpace(c)) continue;
            if (length == text.Length || !char.IsAsciiLetterOrDigit(c)) return false;
            text[length++] = c;
        }
        if (length < 4 || !char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1])
            || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3])) return false;
        for (var i = 0; i < length; i++)
        {
            var c = char.ToUpperInvariant(text[(i + 4) % length]);
            rest = char.IsAsciiDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
        }
        return rest == 1;
    }

    private static int CountDigits(string? text)
    {
        var count = 0;
        foreach (var c in text.AsSpan())
            if (char.IsAsciiDigit(c)) count++;
        return count;
    }

    // One @, something before it; behind it names joined by single dots, at least two.
    private static bool IsMail(string? text)
    {
        var mail = text.AsSpan().Trim();
        var at = mail.IndexOf('@');
        if (at < 1 || mail.IndexOfAny(" \t\r\n") >= 0) return false;
        var domain = mail[(at + 1)..];
        return domain.IndexOf('@') < 0 && domain.IndexOf('.') > 0 && domain[^1] != '.' && domain.IndexOf("..") < 0;
    }

    // A scheme of at least two characters, then a colon.
    private static bool IsAbsoluteUrl(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !char.IsAsciiLetter(text[0])) return false;
        foreach (var c in text.AsSpan(1, colon - 1))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '.' or '-')) return false;
        return true;
    }
}
