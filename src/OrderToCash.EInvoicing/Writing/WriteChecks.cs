namespace OrderToCash.EInvoicing;

/// <summary>What must hold before a byte is written, and what will not be written.</summary>
internal sealed partial class WriteChecks
{
    private readonly InvoiceDocument document;
    private readonly bool isUbl;
    private List<DomainError>? findings, notices;

    private WriteChecks(InvoiceDocument document, EInvoiceSyntax syntax) =>
        (this.document, isUbl) = (document, syntax == EInvoiceSyntax.Ubl);

    public bool IsRefused => findings is not null;

    public EquatableArray<DomainError> Findings => findings is null ? default : [.. findings];

    public EquatableArray<DomainError> Notices => notices is null ? default : [.. notices];

    public static WriteChecks Of(InvoiceDocument document, EInvoiceSyntax syntax)
    {
        var checks = new WriteChecks(document, syntax);
        checks.Demand();
        checks.Texts();
        for (var i = 0; i < document.Lines.Count; i++) checks.Line(document.Lines[i], i);
        if (checks.IsRefused) return checks;
        checks.Places();
        return checks;
    }

    /// <summary>UNTDID 4451 codes are three letters; in UBL they stand between two signs before the text.</summary>
    public static bool IsSubjectCode(string code) => code.Length == 3 && code.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0;

    public static bool HasMandate(DirectDebit debit) => debit.MandateReference is not null || debit.DebitedAccountId is not null;

    /// <summary>The creditor's identifier, which stands once in a document.</summary>
    public static string? CreditorOf(InvoiceDocument document)
    {
        foreach (var instruction in document.PaymentInstructions)
            if (instruction.DirectDebit?.CreditorId is { } id) return id;
        return null;
    }

    public static string? MandateOf(InvoiceDocument document)
    {
        foreach (var instruction in document.PaymentInstructions)
            if (instruction.DirectDebit?.MandateReference is { } reference) return reference;
        return null;
    }

    public static string? RemittanceOf(InvoiceDocument document)
    {
        foreach (var instruction in document.PaymentInstructions)
            if (instruction.RemittanceInformation is { } text) return text;
        return null;
    }

    public static string? SepaOf(DocumentParty? party)
    {
        foreach (var id in party?.Ids ?? [])
            if (id.Scheme == "SEPA") return id.Value;
        return null;
    }

    private void Demand()
    {
        Need(document.Number is not null, "Number");
        Need(document.IssueDate is not null, "IssueDate");
        Need(document.TypeCode is not null, "TypeCode");
        Need(document.Currency is not null, "Currency");
        Need(document.Seller is not null, "Seller");
        Need(document.Buyer is not null, "Buyer");
        Need(document.Totals?.Payable is not null, "Totals.Payable");
        Need(!document.Lines.IsEmpty, "Lines");
        for (var i = 0; i < document.TaxBreakdown.Count; i++)
            Need(document.TaxBreakdown[i].TaxAmount is not null, "TaxBreakdown", i, ".TaxAmount");
        for (var i = 0; i < document.PrecedingInvoices.Count; i++)
            Need(document.PrecedingInvoices[i].Number is not null, "PrecedingInvoices", i, ".Number");
        for (var i = 0; i < document.AllowancesCharges.Count; i++)
            Charge(document.AllowancesCharges[i], "AllowancesCharges", i);
        for (var i = 0; i < document.Attachments.Count; i++)
        {
            var attachment = document.Attachments[i];
            Need(attachment.Reference is not null, "Attachments", i, ".Reference");
            Need(attachment.Content.IsEmpty || attachment.MimeCode is not null, "Attachments", i, ".MimeCode");
        }
        for (var i = 0; i < document.PaymentInstructions.Count; i++)
        {
            var instruction = document.PaymentInstructions[i];
            Need(instruction.MeansCode is not null, "PaymentInstructions", i, ".MeansCode");
            Need(instruction.Card is null || instruction.Card.AccountNumber is not null, "PaymentInstructions", i,
                ".Card.AccountNumber");
        }
    }

    private void Line(DocumentLine line, int index)
    {
        Need(line.Id is not null, "Lines", index, ".Id");
        Need(line.Net is not null, "Lines", index, ".Net");
        Need(line.Item is not null, "Lines", index, ".Item");
        Need(line.Price is null || line.Price.Net is not null, "Lines", index, ".Price.Net");
        for (var i = 0; i < line.AllowancesCharges.Count; i++)
            Charge(line.AllowancesCharges[i], "Lines", index, i);
        foreach (var attribute in (line.Item?.Attributes ?? []).AsSpan())
            Need(attribute.Name is not null, "Lines", index, ".Item.Attributes");
        LineTexts(line, index);
    }

    private void Charge(DocumentAllowanceCharge charge, string list, int index, int ofLine = -1)
    {
        if (charge.IsCharge is null || charge.Amount is null)
        {
            var below = ofLine < 0 ? "" : $".AllowancesCharges[{ofLine}]";
            Need(charge.IsCharge is not null, list, index, below + ".IsCharge");
            Need(charge.Amount is not null, list, index, below + ".Amount");
        }
        Amount(charge.Amount, list, index);
        Amount(charge.BaseAmount, list, index);
        Text(charge.TaxCategory, list, index);
        Text(charge.TaxScheme, list, index);
        Text(charge.Reason, list, index);
        Text(charge.ReasonCode, list, index);
    }

    private void Need(bool holds, string target, int index = -1, string below = "")
    {
        if (holds) return;
        var place = index < 0 ? target : $"{target}[{index}]{below}";
        (findings ??= []).Add(EInvoiceErrors.Missing.At(place, ("syntax", Syntax), ("target", place)));
    }

    private string Syntax => isUbl ? "UBL" : "CII";

    // Nearly all texts are plain ASCII and done with one look.
    private void Text(string? text, string target, int index = -1)
    {
        if (text is not null && !IsPlain(text)) Characters(text, target, index);
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is < ' ' or > '~') return false;
        return true;
    }

    private void Characters(string text, string target, int index)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            if (c is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (>= '\uE000' and <= '\uFFFD')) continue;
            var place = index < 0 ? target : $"{target}[{index}]";
            (findings ??= []).Add(EInvoiceErrors.NotWritable.At(place, ("target", place), ("character", $"{(int)c:X4}")));
            return;
        }
    }

    // The currency of the document is looked at once.
    private void Amount(in DocumentAmount? amount, string target, int index = -1)
    {
        var currency = Nullable.GetValueRefOrDefaultRef(in amount).Currency;
        if (!ReferenceEquals(currency, document.Currency)) Text(currency, target, index);
    }

    private void Id(DocumentId? id, string target, int index = -1)
    {
        Text(id?.Value, target, index);
        Text(id?.Scheme, target, index);
    }
}
