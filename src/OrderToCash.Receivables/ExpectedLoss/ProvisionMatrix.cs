namespace OrderToCash.Receivables;

/// <summary>
/// A provision matrix: expected credit losses over the lifetime of trade receivables, by age and class (IFRS 9.5.5.15, B5.5.35).
/// Data; it has a version and is checked as a whole.
/// </summary>
public sealed record ProvisionMatrix
{
    /// <summary>The version, quoted in each assessment.</summary>
    public required string Version { get; init => field = value ?? ""; } = "";

    /// <summary>The buckets: their limits, and from which date age counts; credits are netted as said below.</summary>
    public AgingPolicy Buckets { get; init => field = value ?? new(); } = new();

    /// <summary>The rates; the first class is that of customers without one.</summary>
    public required EquatableArray<ProvisionRates> Classes { get; init; }

    /// <summary>What of insolvent debtors is expected not to come in; null for all.</summary>
    public Percentage? InsolventRate { get; init; }

    /// <summary>True where the tax counts, because it does not come back with the debt.</summary>
    public bool CountsTax { get; init; }

    /// <summary>True where insured and secured parts count.</summary>
    public bool CountsSecured { get; init; }

    /// <summary>True where credits of a customer do not lower what may be lost.</summary>
    public bool IgnoresCredits { get; init; }

    /// <summary>
    /// Everything that does not hold together: <c>expected-loss.incomplete</c>, <c>rates-differ</c>, <c>bad-rate</c>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var (findings, buckets) = (new List<DomainError>(), Buckets.BucketNames().Count);
        if (string.IsNullOrWhiteSpace(Version))
            findings.Add(ExpectedLossErrors.Incomplete.At("version", ("what", "its version")));
        if (Classes.IsEmpty) findings.Add(ExpectedLossErrors.Incomplete.At("classes", ("what", "any rates")));
        if (Classes.DistinctBy(c => c.Class).Count() != Classes.Count)
            findings.Add(ExpectedLossErrors.Incomplete.At("classes", ("what", "which of two rates holds for a class")));
        for (var i = 0; i < Classes.Count; i++)
        {
            if (Classes[i].Rates.Count != buckets)
                findings.Add(ExpectedLossErrors.RatesDiffer.At($"classes[{i}].rates",
                    ("class", Classes[i].Class), ("rates", Classes[i].Rates.Count), ("buckets", buckets)));
            for (var n = 0; n < Classes[i].Rates.Count; n++)
                if (IsBad(Classes[i].Rates[n])) findings.Add(Bad($"classes[{i}].rates[{n}]", Classes[i].Rates[n]));
        }
        if (InsolventRate is { } rate && IsBad(rate)) findings.Add(Bad("insolventRate", rate));
        return findings.ToEquatableArray();
    }

    internal static bool IsBad(Percentage rate) => rate.Value is < 0 or > 100;

    internal static DomainError Bad(string target, Percentage rate) =>
        ExpectedLossErrors.BadRate.At(target, ("rate", rate));
}
