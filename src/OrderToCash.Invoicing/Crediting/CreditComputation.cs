namespace OrderToCash.Invoicing;

/// <summary>The amounts of a credit note: everything credited so far with it, less everything credited before it.</summary>
internal static class CreditComputation
{
    /// <summary>What a posting asks for, item by item; nothing is rounded twice.</summary>
    internal static CreditItems Items(InvoiceAccount account, CreditNotePosting posting)
    {
        if (posting.Gross is { } gross && gross != account.RemainingGross) return CreditByGross.Items(account, gross);
        var isWhole = posting.IsWhole || posting.Gross is not null;
        var lines = Lines(account, isWhole ? Remainder(account) : posting.Lines.OrderBy(r => r.Line));
        return new(lines, CreditAdjustments.Of(account, posting, lines, isWhole), default);
    }

    /// <summary>
    /// The net of a quantity: round(value x cumulated quantity / invoiced quantity) less what quantities were credited before.
    /// The value is the line's net less what was credited by amount; never more than is left, never of the other sign.
    /// </summary>
    internal static Money NetOf(InvoiceLine invoiced, CreditedLine credited, Quantity quantity)
    {
        var value = invoiced.Net - credited.ByAmount;
        var left = value - credited.ByQuantity;
        var cumulated = Math.Abs((credited.Quantity + quantity).Value);
        var whole = CumulativeAllocation.Of(value, Math.Abs(invoiced.Quantity.Value), Rounding.HalfAwayFromZero);
        var share = whole.After(cumulated).Given - credited.ByQuantity;
        var nothing = Money.Zero(left.Currency);
        return left.IsNegative ? Money.Min(nothing, Money.Max(left, share)) : Money.Max(nothing, Money.Min(left, share));
    }

    /// <summary>A line of a note.</summary>
    internal static CreditNoteLine Line(int position, InvoiceLine invoiced, Quantity quantity, Money net) => new()
    {
        InvoiceLine = position,
        Description = invoiced.Description,
        Quantity = quantity,
        Net = net,
        Tax = invoiced.Tax,
        Product = invoiced.Product,
        Order = invoiced.Order,
        OrderLine = invoiced.OrderLine,
        Price = PriceOf(invoiced, quantity, net),
        Prepayment = invoiced.Prepayment,
        Period = invoiced.Period,
        Item = invoiced.Item,
        Tags = invoiced.Tags,
    };

    internal static Result<CreditNote> Make(
        InvoiceAccount account, CreditNotePosting posting, CreditItems items, Actor by, Instant at)
    {
        var (invoice, draft) = (account.Invoice, account.Invoice.Content.Draft);
        var before = CreditShares.Before(account);
        var breakdown = CreditShares.Of(account, items, before).Select(s => s with { TaxPoint = posting.DocumentDate })
            .ToEquatableArray();
        var after = CreditShares.Add(before, breakdown);
        var gross = InvoiceTotals.Of(breakdown, invoice.Currency).Gross;
        if (gross.IsNegative) return Result.Failure<CreditNote>(CreditNoteErrors.Negative.With(("gross", gross)));
        if (gross > account.RemainingGross)
            return Result.Failure<CreditNote>(CreditNoteErrors.ExceedsInvoice.With(
                ("gross", gross), ("left", account.RemainingGross), ("number", invoice.Number)));
        var rounding = CreditShares.Rounding(account, items, gross);
        var roundedBefore = account.CreditedRounding;
        var isTaxedApart = invoice.Content.TaxCurrency is not null;
        return CreditNote.Restore(new()
        {
            Type = draft.Type.IsSelfBilled ? DocumentType.SelfBilledCreditNote : DocumentType.CreditNote,
            Id = posting.Id,
            Number = posting.Number,
            DocumentDate = posting.DocumentDate,
            Original = invoice.Id,
            OriginalNumber = invoice.Number,
            OriginalDate = invoice.DocumentDate,
            LegalEntity = invoice.LegalEntity,
            Customer = invoice.Customer,
            Seller = invoice.Seller,
            Buyer = invoice.Buyer,
            Reason = posting.Reason,
            ReasonText = posting.ReasonText,
            Currency = invoice.Currency,
            Lines = items.Lines,
            AllowancesCharges = items.AllowancesCharges,
            RoundingAmount = rounding.IsZero ? null : rounding,
            Breakdown = breakdown,
            Computation = draft.Computation,
            FunctionalCurrency = invoice.FunctionalCurrency,
            BookingRate = invoice.BookingRate,
            FunctionalBreakdown = CreditShares.Difference(Booked(after, invoice), Booked(before, invoice), breakdown),
            FunctionalRoundingAmount = rounding.IsZero
                ? null
                : invoice.Booked(roundedBefore + rounding) - invoice.Booked(roundedBefore),
            TaxCurrency = invoice.Content.TaxCurrency,
            TaxRate = invoice.Content.TaxRate,
            TaxCurrencyBreakdown = isTaxedApart
                ? CreditShares.Difference(invoice.TaxAccounting(after), invoice.TaxAccounting(before), breakdown)
                : default,
            PurchaseOrder = draft.PurchaseOrder,
            BuyerReference = draft.BuyerReference,
            DeliveryDate = draft.DeliveryDate,
            ShipTo = draft.ShipTo,
            Period = draft.Period,
            TaxRepresentative = draft.TaxRepresentative,
            SellerDetails = draft.SellerDetails,
            BuyerDetails = draft.BuyerDetails,
            Tags = posting.Tags,
            PostedBy = by,
            PostedAt = at,
        });
    }

    private static EquatableArray<CreditNoteLine> Lines(InvoiceAccount account, IEnumerable<CreditRequest> requests)
    {
        var known = 0;
        var lines = new List<CreditNoteLine>();
        foreach (var request in requests)
        {
            var invoiced = account.Invoice.Lines[request.Line - 1];
            while (known < account.Credited.Count && account.Credited[known].Line < request.Line) known++;
            var credited = known < account.Credited.Count && account.Credited[known].Line == request.Line
                ? account.Credited[known]
                : CreditedLine.None(request.Line, invoiced);
            lines.Add(Line(request.Line, invoiced, request.Quantity ?? Quantity.Zero(invoiced.Quantity.Unit),
                request.Net ?? NetOf(invoiced, credited, request.Quantity!.Value)));
        }
        return [.. lines];
    }

    private static IEnumerable<CreditRequest> Remainder(InvoiceAccount account)
    {
        var known = 0;
        for (var line = 1; line <= account.Invoice.Lines.Count; line++)
        {
            var invoiced = account.Invoice.Lines[line - 1];
            var credited = known < account.Credited.Count && account.Credited[known].Line == line
                ? account.Credited[known++]
                : null;
            var left = credited is null ? invoiced.Quantity : invoiced.Quantity - credited.Quantity;
            if (!left.IsZero) yield return CreditRequest.Of(line, left);
        }
    }

    private static EquatableArray<TaxShare> Booked(EquatableArray<TaxShare> shares, Invoice invoice) =>
        BookingAmounts.Convert(shares, invoice.FunctionalCurrency, invoice.BookingRate);

    private static UnitPrice? PriceOf(InvoiceLine invoiced, Quantity quantity, Money net) =>
        invoiced.Price is { } price && !quantity.IsZero && price.Times(quantity, Rounding.HalfAwayFromZero) == net ? price : null;
}
