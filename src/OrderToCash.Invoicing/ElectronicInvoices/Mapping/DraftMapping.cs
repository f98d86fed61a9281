namespace OrderToCash.Invoicing;

/// <summary>Makes a draft from a document that was read.</summary>
public static class DraftMapping
{
    /// <summary>
    /// The document as a draft invoice of the books. Refused with all of <see cref="InvoiceDocumentErrors.RuleBroken"/> for fatal
    /// findings of the rules the document claims; <see cref="InvoiceDocumentErrors.NotRepresentable"/> for what a draft can't
    /// hold and what changes what is owed (credit notes, allowances and charges of the document, prepaid and rounding amounts,
    /// other currencies and categories than the books know); <see cref="InvoiceDocumentErrors.FiguresDiffer"/>; and what
    /// <see cref="DraftInvoice.Check"/> finds. Terms without a place in a draft (payment instructions, contacts, attachments)
    /// are not taken over.
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
        Unheld(document.IsCreditNote, "typeCode", "A credit note");
        Unheld(!document.AllowancesCharges.IsEmpty, "allowancesCharges", "An allowance or charge of the whole document");
        Unheld(document.Totals?.Prepaid is { Value: not 0 }, "totals.prepaid", "A prepaid amount");
        Unheld(document.Totals?.Rounding is { Value: not 0 }, "totals.rounding", "A rounding amount");
        Unheld(document.TaxRepresentative is not null, "taxRepresentative", "A tax representative");
        Unheld(!Currency.TryOf(document.Currency, out var currency) || !currency.HasMinorUnit, "currency", "This currency");
        UnheldCountry(document.Seller?.Address, "seller.address.country");
        UnheldCountry(document.Buyer?.Address, "buyer.address.country");
        UnheldCountry(document.Delivery?.Address, "delivery.address.country");
        for (var i = 0; i < document.Lines.Count; i++)
        {
            var line = document.Lines[i];
            Unheld(TaxKind.Of(line.TaxCategory) is TaxKind.Unknown or TaxKind.SplitPayment or TaxKind.Igic or TaxKind.Ipsi,
                $"lines[{i}].taxCategory", "This tax category");
            Unheld(line.Net is { } net && !Money.TryOf(net.Value, currency, out _), $"lines[{i}].net",
                "An amount off the currency's grid");
            foreach (var part in line.AllowancesCharges)
                Unheld(part.IsCharge is null || !Money.TryOf(part.Amount?.Value ?? 0, currency, out _),
                    $"lines[{i}].allowancesCharges", "This allowance or charge");
        }

        void Unheld(bool isUnheld, string path, string what)
        {
            if (isUnheld) errors.Add(InvoiceDocumentErrors.NotRepresentable.At(path, ("what", what)));
        }

        void UnheldCountry(DocumentAddress? address, string path) => Unheld(
            address?.Country?.Trim() is { } code && !(code.Length == 2 && code.All(char.IsAsciiLetterUpper)), path,
                "This country");
    }

    private static DraftInvoice Make(InvoiceDocument document, DraftKeys keys)
    {
        var currency = Currency.Of(document.Currency!);
        return new()
        {
            Id = keys.Id,
            LegalEntity = keys.LegalEntity,
            Customer = keys.Customer,
            Seller = PartyOf(document.Seller!),
            Buyer = PartyOf(document.Buyer!),
            Currency = currency,
            DocumentDate = document.IssueDate!.Value,
            TaxPoint = document.TaxPointDate ?? document.IssueDate.Value,
            DeliveryDate = document.Delivery?.Date ?? document.Period?.End,
            ShipTo = document.Delivery?.Address is { } to ? AddressOf(to) : null,
            PurchaseOrder = document.PurchaseOrderReference ?? "",
            BuyerReference = document.BuyerReference ?? "",
            TermsText = document.PaymentTerms ?? "",
            Note = string.Join("\n", document.Notes.Select(n => n.Text)),
            Lines = [.. document.Lines.Select(l => LineOf(l, document, currency))],
        };
    }

    private static InvoiceLine LineOf(DocumentLine line, InvoiceDocument document, Currency currency)
    {
        var discount = Money.Zero(currency);
        foreach (var part in line.AllowancesCharges)
        {
            var amount = Money.Of(part.Amount?.Value ?? 0, currency);
            discount = part.IsCharge == true ? discount - amount : discount + amount;
        }
        var quantity = Quantity.Of(line.Quantity!.Value, new(line.Unit!.Trim()));
        var price = UnitPrice.Of(line.Price!.Net!.Value.Value, currency, line.Price.BaseQuantity is > 0 and var per ? per : 1);
        var net = Money.Of(line.Net!.Value.Value, currency);
        var off = discount.IsZero ? (Money?)null : discount;
        var isPriced = InvoiceLine.TryNetOf(quantity, price, off, [], out var expected) && expected == net;
        return new()
        {
            Description = line.Item!.Name!,
            Quantity = quantity,
            Price = isPriced ? price : null,
            Discount = isPriced ? off : null,
            Net = net,
            Tax = TreatmentOf(line, document),
            Product = line.Item.SellerId is { } id && IsId(id) ? new(id) : default,
        };
    }

    private static bool IsId(string text) =>
        text.Length is > 0 and <= 128 && text.Trim() == text && !text.Any(char.IsControl);

    private static TaxTreatment TreatmentOf(DocumentLine line, InvoiceDocument document)
    {
        var category = new TaxCategory(line.TaxCategory!.Trim());
        var index = document.TaxBreakdown.FindIndex(s =>
            Terms.Is(s.Category, category.Value) && (s.Rate ?? 0) == (line.TaxRate ?? 0));
        var known = index < 0 ? null : document.TaxBreakdown[index];
        return new()
        {
            Category = category,
            Rate = Percentage.Of(line.TaxRate ?? 0),
            ReasonText = known?.ExemptionReason ?? "",
            ReasonCode = known?.ExemptionReasonCode?.Trim().ToUpperInvariant() is { } code ? new(code) : default,
        };
    }

    private static Party PartyOf(DocumentParty party)
    {
        var address = AddressOf(party.Address!);
        return new()
        {
            Name = party.Name!,
            Address = address,
            RegistrationNumber = party.LegalId?.Value ?? "",
            TaxRegistrations = party.VatId is { } id ? [new() { Country = CountryOf(id, address.Country), Id = id.Trim() }] : [],
        };
    }

    // The prefix of a VAT id is its country, but for Greece and Northern Ireland.
    private static CountryCode CountryOf(string vatId, CountryCode otherwise)
    {
        var prefix = vatId.Trim() is { Length: >= 2 } id ? id[..2] : "";
        if (prefix == "EL") return new("GR");
        if (prefix == "XI") return new("GB");
        return prefix.Length == 2 && prefix.All(char.IsAsciiLetterUpper) && Countries.IsKnown(new(prefix)) ? new(prefix)
            : otherwise;
    }

    private static Address AddressOf(DocumentAddress address) => new()
    {
        Lines = [.. new[] { address.Line1, address.Line2, address.Line3 }.OfType<string>()],
        City = address.City ?? "",
        PostCode = address.PostCode ?? "",
        Region = address.Subdivision ?? "",
        Country = new(address.Country!.Trim()),
    };

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
