namespace OrderToCash.Invoicing;

/// <summary>Makes a draft from a document that was read.</summary>
public static class DraftMapping
{
    /// <summary>
    /// The document as a draft invoice of the books. Refused with all of <see cref="InvoiceDocumentErrors.RuleBroken"/> for fatal
    /// findings of the rules the document claims; <see cref="InvoiceDocumentErrors.NotRepresentable"/> for what a draft can't
    /// hold and what changes what is owed (credit notes, types that are not posted, tax due with the payment, currencies,
    /// countries and categories the books don't know); <see cref="InvoiceDocumentErrors.FiguresDiffer"/>; and what
    /// <see cref="DraftInvoice.Check"/> finds. What only posting knows (number, due date, tax currency) is not taken over, and
    /// allowances of a line keep their reasons instead of becoming its discount.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="keys">How the draft is found in the books.</param>
    public static Result<DraftInvoice> ToDraft(this InvoiceDocument document, DraftKeys keys)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(keys);
        var errors = new List<DomainError>();
        foreach (var finding in En16931Rules.Check(document))
            if (finding.Severity == RuleSeverity.Fatal) errors.Add(RuleFindings.AsError(finding));
        if (errors.Count > 0) return Result.Failure<DraftInvoice>([.. errors]);
        FindUnheld(document, errors);
        if (errors.Count > 0) return Result.Failure<DraftInvoice>([.. errors]);
        var draft = Make(document, keys);
        CompareFigures(document, draft, errors);
        errors.AddRange(draft.Check());
        return errors.Count == 0 ? Result.Success(draft) : Result.Failure<DraftInvoice>([.. errors]);
    }

    private static void FindUnheld(InvoiceDocument document, List<DomainError> errors)
    {
        foreach (var path in document.Unreadable) Unheld(true, path, "A term that could not be read");
        Unheld(document.IsCreditNote || TypeOf(document) is not { IsPosted: true }, "typeCode", "A document of this type");
        Unheld(document.TaxPointCode?.Trim() is { } code && code != "3" && !(code == "35" && document.Delivery?.Date is not null),
            "taxPointCode", "A tax point that depends on the payment");
        Unheld(!Currency.TryOf(document.Currency, out var currency) || !currency.HasMinorUnit, "currency", "This currency");
        UnheldCountry(document.Seller?.Address, "seller.address.country");
        UnheldCountry(document.Buyer?.Address, "buyer.address.country");
        UnheldCountry(document.Delivery?.Address, "delivery.address.country");
        UnheldCountry(document.TaxRepresentative?.Address, "taxRepresentative.address.country");
        UnheldAmount(document.Totals?.Prepaid, "totals.prepaid");
        UnheldAmount(document.Totals?.Rounding, "totals.rounding");
        for (var i = 0; i < document.PrecedingInvoices.Count; i++)
            Unheld(document.PrecedingInvoices[i] is not { Number: { } number, IssueDate: not null } || !IsId(number),
                $"precedingInvoices[{i}]", "A preceding invoice without number and date");
        for (var i = 0; i < document.AllowancesCharges.Count; i++)
        {
            Unheld(TaxKind.Of(document.AllowancesCharges[i].TaxCategory) == TaxKind.Unknown,
                $"allowancesCharges[{i}].taxCategory", "This tax category");
            Unheld(!AllowanceChargeMapping.IsHeld(document.AllowancesCharges[i], currency), $"allowancesCharges[{i}]",
                "This allowance or charge");
        }
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i];
            Unheld(TaxKind.Of(line.TaxCategory) == TaxKind.Unknown, $"lines[{i}].taxCategory", "This tax category");
            UnheldAmount(line.Net, $"lines[{i}].net");
            foreach (var part in line.AllowancesCharges)
                Unheld(!AllowanceChargeMapping.IsHeld(part, currency), $"lines[{i}].allowancesCharges",
                    "This allowance or charge");
        }

        void Unheld(bool isUnheld, string path, string what)
        {
            if (isUnheld) errors.Add(InvoiceDocumentErrors.NotRepresentable.At(path, ("what", what)));
        }

        void UnheldAmount(DocumentAmount? amount, string path) => Unheld(
            amount is { } money && !Money.TryOf(money.Value, currency, out _), path, "An amount off the currency's grid");

        void UnheldCountry(DocumentAddress? address, string path) => Unheld(
            address?.Country?.Trim() is { } code && !(code.Length == 2 && code.All(char.IsAsciiLetterUpper)), path,
                "This country");
    }

    private static DocumentType? TypeOf(InvoiceDocument document) =>
        document.TypeCode?.Trim() is { Length: > 0 and <= 3 } code && code.All(char.IsAsciiDigit) ? new(code) : null;

    private static DraftInvoice Make(InvoiceDocument document, DraftKeys keys)
    {
        var currency = Currency.Of(document.Currency!);
        var notes = string.Join("\n", document.Notes.Where(n => Texts.Filled(n.SubjectCode) is null).Select(n => n.Text));
        var type = TypeOf(document)!.Value;
        return new()
        {
            Id = keys.Id,
            Type = type,
            LegalEntity = keys.LegalEntity,
            Customer = keys.Customer,
            Seller = PartyReading.PartyOf(document.Seller!),
            Buyer = PartyReading.PartyOf(document.Buyer!),
            SellerDetails = PartyReading.DetailsOf(document.Seller!),
            BuyerDetails = PartyReading.DetailsOf(document.Buyer!),
            Payee = PartyReading.PayeeOf(document.Payee),
            TaxRepresentative = document.TaxRepresentative is { } representative ? PartyReading.PartyOf(representative) : null,
            Currency = currency,
            DocumentDate = document.IssueDate!.Value,
            TaxPoint = document.TaxPointDate ?? (Terms.Is(document.TaxPointCode, "35") ? document.Delivery!.Date : null)
                ?? document.IssueDate.Value,
            Preceding = [.. document.PrecedingInvoices.Select(p =>
                new CitedInvoice { Number = new(p.Number!), Date = p.IssueDate!.Value })],
            ReasonText = type.CitesOriginal ? notes : "",
            Note = type.CitesOriginal ? "" : notes,
            Notes = document.Notes.Where(n => Texts.Filled(n.SubjectCode) is not null).ToEquatableArray(),
            TaxPointCode = document.TaxPointDate is null ? document.TaxPointCode?.Trim()! : "",
            Period = document.Period,
            DeliveryDate = document.Delivery?.Date,
            ShipTo = document.Delivery?.Address is { } to ? PartyReading.AddressOf(to) : null,
            ShipToName = document.Delivery?.Name ?? "",
            ShipToLocation = document.Delivery?.LocationId,
            PaymentInstructions = document.PaymentInstructions,
            References = ReferencesOf(document),
            PurchaseOrder = document.PurchaseOrderReference ?? "",
            BuyerReference = document.BuyerReference ?? "",
            TermsText = document.PaymentTerms ?? "",
            Prepaid = AmountOf(document.Totals?.Prepaid, currency),
            RoundingAmount = AmountOf(document.Totals?.Rounding, currency),
            AllowancesCharges = [.. document.AllowancesCharges.Select(a =>
                AllowanceChargeMapping.Of(a, currency, TreatmentOf(a.TaxCategory!, a.TaxRate, document)))],
            Lines = [.. document.Lines.Select(l => LineOf(l, document, currency))],
        };
    }

    private static Money? AmountOf(DocumentAmount? amount, Currency currency) =>
        amount is { Value: not 0 } money ? Money.Of(money.Value, currency) : null;

    private static DocumentReferences? ReferencesOf(InvoiceDocument document)
    {
        var references = new DocumentReferences
        {
            Project = document.ProjectReference!, Contract = document.ContractReference!,
            SalesOrder = document.SalesOrderReference!,
            ReceivingAdvice = document.ReceivingAdviceReference!, DespatchAdvice = document.DespatchAdviceReference!,
            Tender = document.TenderOrLotReference!, InvoicedObject = document.InvoicedObject,
            BuyerAccounting = document.BuyerAccountingReference!, Supporting = document.Attachments,
        };
        return references == new DocumentReferences() ? null : references;
    }

    private static InvoiceLine LineOf(DocumentLine line, InvoiceDocument document, Currency currency)
    {
        var parts = line.AllowancesCharges.Select(p => AllowanceChargeMapping.Of(p, currency, null)).ToEquatableArray();
        var quantity = Quantity.Of(line.Quantity!.Value, new(line.Unit!.Trim()));
        var per = line.Price!.BaseQuantity is > 0 and var count ? count : 1;
        var price = UnitPrice.Of(line.Price.Net!.Value.Value, currency, per);
        var net = Money.Of(line.Net!.Value.Value, currency);
        var isPriced = InvoiceLine.TryNetOf(quantity, price, null, parts, out var expected) && expected == net;
        var gross = isPriced && line.Price.Gross is { } before && before.Value >= price.Amount ? before.Value : (decimal?)null;
        return new()
        {
            Description = line.Item!.Name!,
            Quantity = quantity,
            Price = isPriced ? price : null,
            GrossPrice = gross is { } full ? UnitPrice.Of(full, currency, per) : null,
            AllowancesCharges = parts,
            Net = net,
            Tax = TreatmentOf(line.TaxCategory!, line.TaxRate, document),
            Period = line.Period,
            Note = line.Note!,
            InvoicedObject = line.ObjectId,
            PurchaseOrderLine = line.OrderLineReference!,
            BuyerAccounting = line.BuyerAccountingReference!,
            Product = line.Item.SellerId is { } id && IsId(id) ? new(id) : default,
            Item = ItemOf(line.Item),
        };
    }

    private static InvoicedItem? ItemOf(DocumentItem item)
    {
        var known = new InvoicedItem
        {
            Details = item.Description!, SellerId = item.SellerId is { } own && !IsId(own) ? own : "", BuyerId = item.BuyerId!,
            StandardId = item.StandardId, Classifications = item.Classifications, Attributes = item.Attributes,
            Origin = item.OriginCountry?.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetterUpper) ? new(code) : default,
        };
        return known == new InvoicedItem() ? null : known;
    }

    private static bool IsId(string text) =>
        text.Length is > 0 and <= 128 && text.Trim() == text && !text.Any(char.IsControl);

    private static TaxTreatment TreatmentOf(string taxCategory, decimal? taxRate, InvoiceDocument document)
    {
        var category = new TaxCategory(taxCategory.Trim());
        var index = document.TaxBreakdown.FindIndex(s =>
            Terms.Is(s.Category, category.Value) && (s.Rate ?? 0) == (taxRate ?? 0));
        var known = index < 0 ? null : document.TaxBreakdown[index];
        return new()
        {
            Category = category,
            Rate = Percentage.Of(taxRate ?? 0),
            ReasonText = known?.ExemptionReason ?? "",
            ReasonCode = known?.ExemptionReasonCode?.Trim().ToUpperInvariant() is { } code ? new(code) : default,
        };
    }

    private static void CompareFigures(InvoiceDocument document, DraftInvoice draft, List<DomainError> errors)
    {
        var totals = draft.Totals();
        Compare("totals.net", document.Totals?.Net, totals.Net);
        Compare("totals.tax", document.Totals?.Tax, totals.Tax);
        Compare("totals.payable", document.Totals?.Payable, totals.Payable);

        void Compare(string path, DocumentAmount? found, Money expected)
        {
            if (found?.Value != expected.Amount)
                errors.Add(InvoiceDocumentErrors.FiguresDiffer.At(path, ("found", Terms.Show(found)), ("expected", expected)));
        }
    }
}
