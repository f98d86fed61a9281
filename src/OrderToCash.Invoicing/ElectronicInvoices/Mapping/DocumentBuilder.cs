using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OrderToCash.Tax;

namespace OrderToCash.Invoicing;

/// <summary>Puts one document together, and remembers what can't be said in it.</summary>
internal sealed class DocumentBuilder(InvoiceProfile profile, DocumentParticulars particulars)
{
    private readonly AmountMapping amounts = new();

    internal InvoiceDocument Of(Invoice invoice)
    {
        var draft = invoice.Content.Draft;
        var taxes = TreatmentsOf(draft);
        var head = Head(draft.Seller, draft.Buyer, draft.SellerDetails, draft.BuyerDetails, draft.TaxRepresentative, taxes);
        return Referring(head, draft) with
        {
            Number = invoice.Number.Value,
            IssueDate = invoice.DocumentDate,
            TypeCode = draft.Type.Value,
            Currency = invoice.Currency.Code,
            TaxCurrency = OtherThan(invoice.Currency, invoice.TaxCurrency),
            TaxPointDate = draft.TaxPointCode.Length > 0 || invoice.TaxPoint == invoice.DocumentDate ? null : invoice.TaxPoint,
            TaxPointCode = Texts.Filled(draft.TaxPointCode),
            DueDate = invoice.DueDate,
            PaymentTerms = TermsOf(invoice),
            Notes = Notes(draft.Note, draft.ReasonText).AddRange(draft.Notes),
            PrecedingInvoices =
                [.. draft.Preceding.Select(p => new PrecedingInvoice { Number = p.Number.Value, IssueDate = p.Date })],
            Payee = PartyMapping.Of(draft.Payee),
            Delivery = Delivery(draft, taxes),
            Period = draft.Period,
            PaymentInstructions = Instructions(draft.PaymentInstructions, invoice.PaymentReference),
            Lines = Lines(draft.Lines),
            AllowancesCharges = AllowancesCharges(draft.AllowancesCharges),
            TaxBreakdown = Breakdown(invoice.Breakdown, taxes),
            Totals = Totals(invoice.Totals, draft.AllowancesCharges, invoice.Currency, invoice.TaxInTaxCurrency),
        };
    }

    internal InvoiceDocument Of(CreditNote note)
    {
        var content = note.Content;
        var taxes = TreatmentsOf(content);
        var items = content.AllowancesCharges.Select(a => a.Item).ToEquatableArray();
        var head = Head(
            content.Seller, content.Buyer, content.SellerDetails, content.BuyerDetails, content.TaxRepresentative, taxes);
        return head with
        {
            IsCreditNote = true,
            Number = note.Number.Value,
            IssueDate = note.DocumentDate,
            TypeCode = content.Type.Value,
            Currency = content.Currency.Code,
            TaxCurrency = OtherThan(content.Currency, content.TaxCurrency),
            BuyerReference = Texts.Filled(content.BuyerReference) ?? particulars.BuyerReference,
            PurchaseOrderReference = Texts.Filled(content.PurchaseOrder),
            PaymentTerms = particulars.PaymentTerms ?? $"Credit of invoice {content.OriginalNumber}.",
            Notes = Notes(content.ReasonText),
            PrecedingInvoices = [new() { Number = content.OriginalNumber.Value, IssueDate = content.OriginalDate }],
            Delivery = Delivery(content, taxes),
            Period = content.Period,
            PaymentInstructions = particulars.PaymentInstructions,
            Lines = content.Lines.IsEmpty && taxes.Count > 0 ? [Carrier(content, taxes[0])] : Lines(content.Lines),
            AllowancesCharges = AllowancesCharges(items),
            TaxBreakdown = Breakdown(note.Breakdown, taxes),
            Totals = Totals(note.Totals, items, content.Currency, note.TaxInTaxCurrency),
        };
    }

    /// <summary>The document when it keeps the rules.</summary>
    /// <param name="document">The document.</param>
    /// <param name="strictness">Exact where each tax is base x rate; official where the books rounded otherwise.</param>
    internal Result<InvoiceDocument> Checked(InvoiceDocument document, RuleStrictness strictness)
    {
        var errors = new List<DomainError>(amounts.Errors);
        foreach (var finding in En16931Rules.Check(document, new() { Sets = profile.Sets, Strictness = strictness }))
            if (finding.Severity == RuleSeverity.Fatal) errors.Add(RuleFindings.AsError(finding));
        return errors.Count == 0 ? Result.Success(document) : Result.Failure<InvoiceDocument>([.. errors]);
    }

    private InvoiceDocument Head(
        Party seller, Party buyer, PartyDetails? sellerDetails, PartyDetails? buyerDetails, Party? representative,
        List<TaxTreatment> taxes)
    {
        var isShown = taxes.TrueForAll(t => t.Category != TaxCategory.OutOfScope);
        var ofSeller = new TaxIdWanted
        {
            Id = taxes.Find(t => t.SellerTaxId.Length > 0)?.SellerTaxId ?? "",
            Country = taxes.Find(t => !t.Country.IsNone)?.Country ?? seller.Address.Country, IsShown = isShown,
        };
        var ofBuyer = new TaxIdWanted
        {
            Id = taxes.Find(t => t.BuyerTaxId.Length > 0)?.BuyerTaxId ?? "", Country = buyer.Address.Country, IsShown = isShown,
        };
        return new()
        {
            SpecificationId = profile.SpecificationId,
            ProfileId = Texts.Filled(profile.ProcessId),
            Seller = PartyMapping.Of(seller, sellerDetails, particulars.Seller, ofSeller, isSeller: true),
            Buyer = PartyMapping.Of(buyer, buyerDetails, particulars.Buyer, ofBuyer, isSeller: false),
            TaxRepresentative = PartyMapping.Representative(representative, ofSeller),
            Attachments = particulars.Attachments,
        };
    }

    private InvoiceDocument Referring(InvoiceDocument document, DraftInvoice draft)
    {
        var references = draft.References;
        var order = Texts.Filled(draft.PurchaseOrder);
        return document with
        {
            BuyerReference = Texts.Filled(draft.BuyerReference) ?? particulars.BuyerReference,
            ProjectReference = Texts.Filled(references?.Project),
            ContractReference = Texts.Filled(references?.Contract) ?? Only(draft.Lines, static l => l.Contract.Value),
            PurchaseOrderReference = order,
            SalesOrderReference = Texts.Filled(references?.SalesOrder)
                ?? (order is null ? null : Only(draft.Lines, static l => l.Order.Value)),
            ReceivingAdviceReference = Texts.Filled(references?.ReceivingAdvice),
            DespatchAdviceReference = Texts.Filled(references?.DespatchAdvice),
            TenderOrLotReference = Texts.Filled(references?.Tender),
            InvoicedObject = references?.InvoicedObject,
            BuyerAccountingReference = Texts.Filled(references?.BuyerAccounting),
            Attachments = references is { Supporting.IsEmpty: false }
                ? references.Supporting.AddRange(particulars.Attachments)
                : particulars.Attachments,
        };
    }

    private EquatableArray<DocumentLine> Lines(EquatableArray<InvoiceLine> lines)
    {
        var mapped = new DocumentLine[lines.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            amounts.Index = i;
            mapped[i] = LineMapping.Of(lines[i], i, amounts.At("lines"));
        }
        return [.. mapped];
    }

    private DocumentLine Carrier(CreditNoteContent content, TaxTreatment tax)
    {
        amounts.Index = 0;
        return LineMapping.Carrier($"Charges of invoice {content.OriginalNumber}", content.Currency, tax, amounts.At("lines"));
    }

    private EquatableArray<DocumentLine> Lines(EquatableArray<CreditNoteLine> lines)
    {
        var mapped = new DocumentLine[lines.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            amounts.Index = i;
            mapped[i] = LineMapping.Of(lines[i], i, amounts.At("lines"));
        }
        return [.. mapped];
    }

    private EquatableArray<DocumentAllowanceCharge> AllowancesCharges(EquatableArray<AllowanceCharge> items)
    {
        amounts.Index = null;
        return AllowanceChargeMapping.Of(items, amounts.At("allowancesCharges"));
    }

    private EquatableArray<DocumentTaxSubtotal> Breakdown(EquatableArray<TaxShare> shares, List<TaxTreatment> taxes)
    {
        // German rules want a rate even out of scope: nought (BR-DE-14, DE-R-014).
        var needsRate = (profile.Sets & (RuleSets.XRechnung | RuleSets.Peppol)) != RuleSets.None;
        var subtotals = new List<DocumentTaxSubtotal>(shares.Count);
        foreach (var share in shares)
        {
            amounts.Index = subtotals.Count;
            amounts.At("taxBreakdown");
            var needsReason = TaxCategories.NeedsReason(share.Category);
            subtotals.Add(new()
            {
                TaxableAmount = amounts.Of(share.Base),
                TaxAmount = amounts.Of(share.Tax),
                Category = share.Category.Value,
                Rate = share.Category == TaxCategory.OutOfScope && !needsRate ? null : share.Rate.Value,
                ExemptionReason = needsReason ? ReasonOf(share, taxes) : null,
                ExemptionReasonCode = needsReason
                    ? taxes.Find(t => Fits(t, share) && !t.ReasonCode.IsNone)?.ReasonCode.Value
                    : null,
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

    private DocumentTotals Totals(
        InvoiceTotals totals, EquatableArray<AllowanceCharge> items, Currency currency, Money taxInTaxCurrency)
    {
        amounts.Index = null;
        amounts.At("totals");
        return new()
        {
            LineNet = amounts.Of(totals.LineNet),
            Allowances = items.Any(a => !a.IsCharge) ? amounts.Of(totals.Allowances) : null,
            Charges = items.Any(a => a.IsCharge) ? amounts.Of(totals.Charges) : null,
            Net = amounts.Of(totals.Net),
            Tax = amounts.Of(totals.Tax),
            TaxInTaxCurrency = taxInTaxCurrency.Currency == currency ? null : amounts.Of(taxInTaxCurrency),
            Gross = amounts.Of(totals.Gross),
            Prepaid = totals.Prepaid.IsZero ? null : amounts.Of(totals.Prepaid),
            Rounding = totals.RoundingAmount.IsZero ? null : amounts.Of(totals.RoundingAmount),
            Payable = amounts.Of(totals.Payable),
        };
    }

    private static DocumentDelivery? Delivery(DraftInvoice draft, List<TaxTreatment> taxes) =>
        Delivery(draft.DeliveryDate, draft.ShipTo, draft.Buyer, taxes) is var known
            && (draft.ShipToName.Length > 0 || draft.ShipToLocation is not null)
            ? (known ?? new()) with { Name = Texts.Filled(draft.ShipToName), LocationId = draft.ShipToLocation }
            : known;

    private static DocumentDelivery? Delivery(CreditNoteContent note, List<TaxTreatment> taxes) =>
        Delivery(note.DeliveryDate, note.ShipTo, note.Buyer, taxes);

    // An intra-community supply says where it went (BR-IC-12).
    private static DocumentDelivery? Delivery(LocalDate? date, Address? shipTo, Party buyer, List<TaxTreatment> taxes)
    {
        var to = shipTo ?? (taxes.Exists(t => t.Category == TaxCategory.IntraCommunity) ? buyer.Address : null);
        return to is null && date is null ? null : new() { Date = date, Address = to is null ? null : PartyMapping.Of(to) };
    }

    private EquatableArray<PaymentInstruction> Instructions(EquatableArray<PaymentInstruction> own, string reference)
    {
        var instructions = own.IsEmpty ? particulars.PaymentInstructions : own;
        if (reference.Length == 0) return instructions;
        return [.. instructions.Select(p => p.RemittanceInformation is null ? p with { RemittanceInformation = reference } : p)];
    }

    private string? TermsOf(Invoice invoice)
    {
        var own = Texts.Filled(invoice.Content.Draft.TermsText) ?? particulars.PaymentTerms;
        if (own is not null || invoice.Instalments.Count <= 1) return own;
        return string.Join("; ", invoice.Instalments.Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(i.DueDate)}: {i.Amount}")));
    }

    // Peppol takes one note (R002).
    private static EquatableArray<DocumentNote> Notes(params IEnumerable<string> texts) =>
        string.Join("\n", texts.Where(t => Texts.Filled(t) is not null)) is { Length: > 0 } text ? [new() { Text = text }] : [];

    private static string? OtherThan(Currency currency, Currency? other) =>
        other is { } code && code != currency ? code.Code : null;

    private static List<TaxTreatment> TreatmentsOf(DraftInvoice draft) => Distinct(
        draft.Lines.Select(l => l.Tax), draft.AllowancesCharges.Select(a => a.Tax));

    private static List<TaxTreatment> TreatmentsOf(CreditNoteContent note) => Distinct(
        note.Lines.Select(l => l.Tax), note.AllowancesCharges.Select(a => a.Item.Tax));

    private static List<TaxTreatment> Distinct(IEnumerable<TaxTreatment> lines, IEnumerable<TaxTreatment?> items)
    {
        var treatments = new List<TaxTreatment>();
        TaxTreatment? last = null;
        foreach (var tax in lines)
        {
            if (ReferenceEquals(tax, last)) continue;
            last = tax;
            if (!treatments.Contains(tax)) treatments.Add(tax);
        }
        foreach (var tax in items)
            if (tax is not null && !treatments.Contains(tax)) treatments.Add(tax);
        return treatments;
    }

    // The value all lines share; null when there is none, or more than one.
    private static string? Only(EquatableArray<InvoiceLine> lines, Func<InvoiceLine, string> value)
    {
        var first = lines.IsEmpty ? "" : value(lines[0]);
        foreach (var line in lines)
            if (value(line) != first) return null;
        return Texts.Filled(first);
    }
}
