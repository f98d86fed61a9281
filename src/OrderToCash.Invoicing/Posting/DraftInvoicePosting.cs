namespace OrderToCash.Invoicing;

public sealed partial record DraftInvoice
{
    /// <summary>
    /// Posts the draft: totals and breakdown are computed, the tax is split over the instalments, the booking rate is frozen.
    /// Refused with everything that <see cref="Check"/> finds, and with <see cref="InvoiceErrors.NumberMissing"/>,
    /// <see cref="InvoiceErrors.InstalmentsMismatch"/>, <see cref="InvoiceErrors.BookingRateMissing"/>.
    /// </summary>
    /// <param name="posting">The number, the instalments, the payment reference, the rate.</param>
    /// <param name="by">Who posts.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceAccount, InvoiceEvent>> Post(InvoicePosting posting, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(posting);
        var functional = posting.FunctionalCurrency ?? Currency;
        var findings = Check().ToList();
        if (posting.Number.IsNone) findings.Add(InvoiceErrors.NumberMissing.At("number"));
        InvoiceFigures.CheckRate(Currency, functional, posting.BookingRate, findings);
        if (findings.Count > 0) return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(findings);

        var breakdown = Breakdown();
        var shares = breakdown.At(TaxPoint);
        var rate = functional == Currency ? null : posting.BookingRate;
        InvoiceFigures.CheckInstalments(posting.Instalments, breakdown.Gross, findings);
        if (!BookingAmounts.TryConvert(shares, functional, rate, out var booked))
            findings.Add(InvoiceErrors.AmountTooLarge.At("bookingRate"));
        if (findings.Count > 0) return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(findings);

        var invoice = Invoice.Of(new()
        {
            Number = posting.Number,
            Draft = this,
            Breakdown = shares,
            Instalments = TaxSplit.Over(posting.Instalments, shares),
            PaymentReference = posting.PaymentReference,
            FunctionalCurrency = functional,
            BookingRate = rate,
            FunctionalBreakdown = booked,
            PostedBy = by,
            PostedAt = at,
        });
        var posted = new InvoicePosted { InvoiceId = Id, Invoice = invoice, By = by, At = at };
        return Decision.Born<InvoiceAccount, InvoiceEvent>(InvoiceAccount.From(posted), posted);
    }
}
