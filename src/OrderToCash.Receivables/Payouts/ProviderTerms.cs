namespace OrderToCash.Receivables;

/// <summary>What was agreed with a payment service provider, as data: fees and days are held against it.</summary>
public sealed record ProviderTerms
{
    /// <summary>The provider, as its reports name it.</summary>
    public required string Provider { get; init; }

    /// <summary>What it keeps of each charge.</summary>
    public Percentage FeePercent { get; init; }

    /// <summary>What it keeps for each charge besides, in the currency of the payout; null for nothing.</summary>
    public Money? FeeFixed { get; init; }

    /// <summary>How far a fee may be off without a word, inclusive; null for not at all. In the currency of the payout.</summary>
    public Money? FeeTolerance { get; init; }

    /// <summary>How many days after the booking a payment is paid out at the latest; null to watch none.</summary>
    public int? PaysWithinDays { get; init; }

    /// <summary>
    /// The fee agreed for a charge, in the currency of the payout: the percentage rounded half away from zero, and the fixed
    /// part. Null when the fixed part is in another currency.
    /// </summary>
    /// <param name="gross">What was charged, converted to that currency.</param>
    public Money? FeeOf(Money gross) =>
        FeeFixed is { } one && one.Currency != gross.Currency ? null
        : gross.Times(FeePercent, Rounding.HalfAwayFromZero) + (FeeFixed ?? Money.Zero(gross.Currency));

    /// <summary>
    /// Fees that were not agreed (<c>payout.fee-differs</c>) and payments that are late (<c>payout.overdue</c>).
    /// </summary>
    internal EquatableArray<DomainError> Watch(PayoutReport report, EquatableArray<ExpectedMovement> outstanding)
    {
        var found = new List<DomainError>();
        for (var i = 0; i < report.Rows.Count; i++)
        {
            var row = report.Rows[i];
            if (row.Kind != PayoutRowKind.Charge || FeeOf(row.Converted ?? row.Gross) is not { } agreed
                || row.Fee.Currency != agreed.Currency) continue;
            var off = (row.Fee - agreed).Abs();
            if (FeeTolerance is { } may && may.Currency == off.Currency ? off > may : !off.IsZero)
                found.Add(PayoutErrors.FeeDiffers.At($"rows[{i}].fee",
                    ("row", row.Reference), ("payment", row.Payment), ("fee", row.Fee), ("agreed", agreed)));
        }
        if (PaysWithinDays is { } days)
            foreach (var late in outstanding)
                if (late.BookedOn is { } booked && booked.PlusDays(days) < report.PaidOn)
                    found.Add(PayoutErrors.Overdue.With(("kind", late.Kind), ("payment", late.Payment), ("gross", late.Gross),
                        ("booked", booked)));
        return found.ToEquatableArray();
    }
}
