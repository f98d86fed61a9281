using System.Globalization;
using NodaTime.Text;

namespace OrderToCash.Invoicing;

/// <summary>Puts one document together, and remembers what can't be said in it.</summary>
internal sealed class DocumentBuilder(InvoiceProfile profile, DocumentParticulars particulars)
{
    private readonly AmountMapping amounts = new();

    internal InvoiceDocument Of(Invoice invoice)
    {
        var draft = invoice.Content.Draft;
        var taxes = TreatmentsOf(draft.Lines, static l => l.Tax);
        var head = Head(draft.Seller, draft.Buyer, taxes, invoice.Currency);
        return head with
        {
            Number = invoice.Number.Value,
            IssueDate = invoice.DocumentDate,
            TypeCode = "380",
            TaxPointDate = invoice.TaxPoint == invoice.DocumentDate ? null : invoice.TaxPoint,
            DueDate = invoice.Instalments.Count == 1 ? invoice.Instalments[0].DueDate : null,
            BuyerReference = Filled(draft.BuyerReference) ?? particulars.BuyerReference,
            PurchaseOrderReference = Filled(draft.PurchaseOrder),
            SalesOrderReference = Filled(draft.PurchaseOrder) is null ? null : Only(draft.Lines, static l => l.Order.Value),
            ContractReference = Only(draft.Lines, static l => l.Contract.Value),
            PaymentTerms = TermsOf(invoice),
            Notes = Notes(draft.Note),
            Delivery = Delivery(draft, taxes),
            PaymentInstructions = Instructions(invoice.PaymentReference),
            Lines = Lines(draft.Lines),
            TaxBreakdown = Breakdown(invoice.Breakdown, taxes),
            Totals = Totals(invoice.Totals),
        };
    }

    internal InvoiceDocument Of(CreditNote note)
    {
        var content = note.Content;
        var taxes = TreatmentsOf(content.Lines, static l => l.Tax);
        var head = Head(content.Seller, content.Buyer, taxes, content.Currency);
        return head with
        {
            IsCreditNote = true,
            Number = note.Number.Value,
            IssueDate = note.DocumentDate,
            TypeCode = "381",
            BuyerReference = particulars.BuyerReference,
            PaymentTerms = particulars.PaymentTerms ?? $"Credit of invoice {content.OriginalNumber}.",
            Notes = Notes(content.ReasonText),
            PrecedingInvoices = [new() { Number = content.OriginalNumber.Value, IssueDate = content.OriginalDate }],
            Delivery = IntraCommunityDelivery(content.Buyer.Address, null, content.OriginalDate, taxes),
            PaymentInstructions = particulars.PaymentInstructions,
            Lines = Lines(content.Lines),
            TaxBreakdown = Breakdown(note.Breakdown, taxes),
            Totals = Totals(note.Totals),
        };
    }

    internal Result<InvoiceDocument> Checked(InvoiceDocument document, TaxComputation computation)
    {
        var strictness = computation.RoundsPerLine ? RuleStrictness.Official : RuleStrictness.Exact;
        var errors = new List<DomainError>(amounts.Errors);
        foreach (var finding in En16931Rules.Check(document, new() { Sets = profile.Sets, Strictness = strictness }))
            if (finding.Severity == RuleSeverity.Fatal) errors.Add(RuleFindings.AsError(finding));
        return errors.Count == 0 ? Result.Success(document) : Result.Failure<InvoiceDocument>([.. errors]);
    }

    private InvoiceDocument Head(Party seller, Party buyer, List<TaxTreatment> taxes, Currency currency)
    {
        var showsVat = taxes.TrueForAll(t => t.Category != TaxCategory.OutOfScope);
        var taxCountry = taxes.Find(t => !t.Country.IsNone)?.Country ?? seller.Address.Country;
        return new()
        {
            SpecificationId = profile.SpecificationId,
            ProfileId = profile.ProcessId.Length == 0 ? null : profile.ProcessId,
            Currency = currency.Code,
            Seller = PartyMapping.Of(seller, particulars.Seller, taxCountry, showsVat, isSeller: true),
            Buyer = PartyMapping.Of(buyer, particulars.Buyer, buyer.Address.Country, showsVat, isSeller: false),
            Attachments = particulars.Attachments,
        };
    }

    private EquatableArray<DocumentLine> Lines(EquatableArray<InvoiceLine> lines)
    {
        var mapped = new DocumentLine[lines.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            amounts.Path = $"lines[{i}]";
            mapped[i] = LineMapping.Of(lines[i], i, amounts);
        }
        return [.. mapped];
    }

    private EquatableArray<DocumentLine> Lines(EquatableArray<CreditNoteLine> lines)
    {
        var mapped = new DocumentLine[lines.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            amounts.Path = $"lines[{i}]";
            mapped[i] = LineMapping.Of(lines[i], i, amounts);
        }
        return [.. mapped];
    }

    private EquatableArray<DocumentTaxSubtotal> Breakdown(EquatableArray<TaxShare> shares, List<TaxTreatment> taxes)
    {
        var subtotals = new List<DocumentTaxSubtotal>(shares.Count);
        foreach (var share in shares)
        {
            amounts.Path = $"taxBreakdown[{subtotals.Count}]";
            var isOutOfScope = share.Category == TaxCategory.OutOfScope;
            subtotals.Add(new()
            {
                TaxableAmount = amounts.Of(share.Base),
                TaxAmount = amounts.Of(share.Tax),
                Category = share.Category.Value,
                Rate = isOutOfScope ? null : share.Rate.Value,
                ExemptionReason = ReasonOf(share, taxes),
                ExemptionReasonCode = taxes.Find(t => Fits(t, share) && !t.ReasonCode.IsNone)?.ReasonCode.Value,
            });
        }
        return [.. subtotals];
    }

    // Several legal reasons in one category stand in one text.
    private static string? ReasonOf(TaxShare share, List<TaxTreatment> taxes)
    {
        var reasons = taxes.Where(t => Fits(t, share) && t.ReasonText.Length > 0).Select(t => t.ReasonText).Distinct().ToList();
        return reasons.Count == 0 ? null : string.Join("; ", reasons);
    }

    private static bool Fits(TaxTreatment treatment, TaxShare share) =>
        treatment.Category == share.Category && treatment.Rate == share.Rate;

    private DocumentTotals Totals(InvoiceTotals totals)
    {
        amounts.Path = "totals";
        return new()
        {
            LineNet = amounts.Of(totals.LineNet),
            Net = amounts.Of(totals.Net),
            Tax = amounts.Of(totals.Tax),
            Gross = amounts.Of(totals.Gross),
            Payable = amounts.Of(totals.Payable),
        };
    }

    private static DocumentDelivery? Delivery(DraftInvoice draft, List<TaxTreatment> taxes)
    {
        if (IntraCommunityDelivery(draft.Buyer.Address, draft.ShipTo, draft.DeliveryDate, taxes) is { } delivery) return delivery;
        if (draft.ShipTo is null && draft.DeliveryDate is null) return null;
        return new() { Date = draft.DeliveryDate, Address = draft.ShipTo is { } to ? PartyMapping.Of(to) : null };
    }

    // An intra-community supply says where it went and when (BR-IC-11, BR-IC-12).
    private static DocumentDelivery? IntraCommunityDelivery(Address buyer, Address? shipTo, LocalDate? date,
        List<TaxTreatment> taxes) =>
        taxes.Exists(t => t.Category == TaxCategory.IntraCommunity)
            ? new() { Date = date, Address = PartyMapping.Of(shipTo ?? buyer) }
            : null;

    private EquatableArray<PaymentInstruction> Instructions(string reference)
    {
        if (reference.Length == 0) return particulars.PaymentInstructions;
        return [.. particulars.PaymentInstructions.Select(p => p.RemittanceInformation is null
            ? p with { RemittanceInformation = reference }
            : p)];
    }

    private string? TermsOf(Invoice invoice)
    {
        var own = Filled(invoice.Content.Draft.TermsText) ?? particulars.PaymentTerms;
        if (invoice.Instalments.Count <= 1) return own;
        var dates = invoice.Instalments.Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(i.DueDate)}: {i.Amount}"));
        return own ?? string.Join("; ", dates);
    }

    private static EquatableArray<DocumentNote> Notes(string text) => text.Length == 0 ? [] : [new() { Text = text }];

    private static List<TaxTreatment> TreatmentsOf<T>(EquatableArray<T> lines, Func<T, TaxTreatment> tax)
    {
        var treatments = new List<TaxTreatment>();
        foreach (var line in lines)
            if (!treatments.Contains(tax(line))) treatments.Add(tax(line));
        return treatments;
    }

    // The value all lines share; null when there is none, or more than one.
    private static string? Only(EquatableArray<InvoiceLine> lines, Func<InvoiceLine, string> value)
    {
        var first = lines.IsEmpty ? "" : value(lines[0]);
        foreach (var line in lines)
            if (value(line) != first) return null;
        return Filled(first);
    }

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
