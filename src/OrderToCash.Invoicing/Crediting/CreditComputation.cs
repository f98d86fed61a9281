namespace OrderToCash.Invoicing;

/// <summary>The amounts of a credit note: everything credited so far with it, less everything credited before it.</summary>
internal static class CreditComputation
{
    internal static EquatableArray<CreditNoteLine> Lines(InvoiceAccount account, CreditNotePosting posting)
    {
        var requests = posting.IsWhole ? Remainder(account) : posting.Lines.OrderBy(r => r.Line);
        var known = 0;
        var lines = new List<CreditNoteLine>();
        foreach (var request in requests)
        {
            var invoiced = account.Invoice.Lines[request.Line - 1];
            while (known < account.Credited.Count && account.Credited[known].Line < request.Line) known++;
            var credited = known < account.Credited.Count && account.Credited[known].Line == request.Line
                ? account.Credited[known]
                : CreditedLine.None(request.Line, invoiced);
            lines.Add(new()
            {
                InvoiceLine = request.Line,
                Description = invoiced.Description,
                Quantity = request.Quantity ?? Quantity.Zero(invoiced.Quantity.Unit),
                Net = request.Net ?? NetOf(invoiced, credited, request.Quantity!.Value),
                Tax = invoiced.Tax,
                Product = invoiced.Product,
                Order = invoiced.Order,
                OrderLine = invoiced.OrderLine,
            });
        }
        return [.. lines];
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

    internal static Result<CreditNote> Make(
        InvoiceAccount account, CreditNotePosting posting, EquatableArray<CreditNoteLine> lines, Actor by, Instant at)
    {
        var (invoice, draft) = (account.Invoice, account.Invoice.Content.Draft);
        var before = Shares(account, account.Credited, posting.DocumentDate);
        var after = Shares(account, CreditedLine.Merge(account.Credited, lines), posting.DocumentDate);
        var breakdown = Difference(after, before, lines);
        var gross = InvoiceTotals.Of(breakdown, invoice.Currency).Gross;
        if (gross.IsNegative) return Result.Failure<CreditNote>(CreditNoteErrors.Negative.With(("gross", gross)));
        if (gross > account.RemainingGross)
            return Result.Failure<CreditNote>(CreditNoteErrors.ExceedsInvoice.With(
                ("gross", gross), ("left", account.RemainingGross), ("number", invoice.Number)));
        return CreditNote.Restore(new()
        {
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
            Lines = lines,
            Breakdown = breakdown,
            Computation = draft.Computation,
            FunctionalCurrency = invoice.FunctionalCurrency,
            BookingRate = invoice.BookingRate,
            FunctionalBreakdown = Difference(Booked(after, invoice), Booked(before, invoice), lines),
            PostedBy = by,
            PostedAt = at,
        });
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

    private static EquatableArray<TaxShare> Shares(
        InvoiceAccount account, EquatableArray<CreditedLine> credited, LocalDate taxPoint)
    {
        var taxable = new TaxableLine[credited.Count];
        for (var i = 0; i < taxable.Length; i++)
        {
            var tax = account.Invoice.Lines[credited[i].Line - 1].Tax;
            taxable[i] = new() { Net = credited[i].Net, Category = tax.Category, Rate = tax.Rate };
        }
        return TaxBreakdown.Compute(taxable, account.Invoice.Content.Draft.Computation, account.Invoice.Currency).At(taxPoint);
    }

    // A category of the note's lines is kept even at zero; others only where rounding moved them.
    private static EquatableArray<TaxShare> Difference(
        EquatableArray<TaxShare> after, EquatableArray<TaxShare> before, EquatableArray<CreditNoteLine> lines)
    {
        var earlier = before.ToDictionary(s => (s.Category, s.Rate));
        var touched = lines.Select(l => (l.Tax.Category, l.Tax.Rate)).ToHashSet();
        return after
            .Select(s => earlier.TryGetValue((s.Category, s.Rate), out var e)
                ? s with { Base = s.Base - e.Base, Tax = s.Tax - e.Tax }
                : s)
            .Where(s => !s.Base.IsZero || !s.Tax.IsZero || touched.Contains((s.Category, s.Rate)))
            .ToEquatableArray();
    }
}
