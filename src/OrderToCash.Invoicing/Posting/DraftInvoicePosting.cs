namespace OrderToCash.Invoicing;

public sealed partial record DraftInvoice
{
    /// <summary>
    /// Posts the draft: totals and breakdown are computed, the tax is split over the instalments, the booking rate is frozen.
    /// Refused with everything that <see cref="Check"/> finds, and with <see cref="InvoiceErrors.NumberMissing"/>,
    /// <see cref="InvoiceErrors.OutOfSequence"/>, <see cref="InvoiceErrors.InstalmentsMismatch"/>,
    /// <see cref="InvoiceErrors.DiscountMismatch"/>, <see cref="InvoiceErrors.BookingRateMissing"/>,
    /// <see cref="InvoiceErrors.TaxRateMissing"/>.
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
        if (!Type.IsSelfBilled && SeriesPosition.Fault(posting.Previous, posting.Chronology, DocumentDate) is { } fault)
            findings.Add(fault);
        InvoiceFigures.CheckRate(Currency, functional, posting.BookingRate, findings);
        InvoiceFigures.CheckTaxRate(Currency, posting.TaxCurrency, posting.TaxRate, findings);
        if (findings.Count > 0) return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(findings);

        var breakdown = Breakdown();
        var shares = breakdown.At(TaxPoint);
        var rate = functional == Currency ? null : posting.BookingRate;
        var totals = InvoiceTotals.Of(this, breakdown);
        InvoiceFigures.CheckInstalments(posting.Instalments, totals.Payable, findings);
        if (!BookingAmounts.TryConvert(shares, functional, rate, out var booked))
            findings.Add(InvoiceErrors.AmountTooLarge.At("bookingRate"));
        if (posting.TaxCurrency is { } into && !BookingAmounts.TryConvert(shares, into, posting.TaxRate, out _))
            findings.Add(InvoiceErrors.AmountTooLarge.At("taxRate"));
        if (findings.Count > 0) return Result.Failure<Decision<InvoiceAccount, InvoiceEvent>>(findings);

        var invoice = Invoice.Of(new()
        {
            Number = posting.Number,
            Draft = this,
            Breakdown = shares,
            Instalments = InvoiceFigures.Split(posting.Instalments, this, shares, totals),
            PaymentReference = posting.PaymentReference,
            FunctionalCurrency = functional,
            BookingRate = rate,
            FunctionalBreakdown = booked,
            TaxCurrency = posting.TaxCurrency == Currency ? null : posting.TaxCurrency,
            TaxRate = posting.TaxCurrency is null || posting.TaxCurrency == Currency ? null : posting.TaxRate,
            PostedBy = by,
            PostedAt = at,
        });
        var posted = new InvoicePosted { InvoiceId = Id, Invoice = invoice, Report = posting.Report, By = by, At = at };
        return Decision.Born<InvoiceAccount, InvoiceEvent>(InvoiceAccount.From(posted), posted);
    }
}
