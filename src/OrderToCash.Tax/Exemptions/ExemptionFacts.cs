namespace OrderToCash.Tax;

/// <summary>What stands on an exemption certificate.</summary>
public sealed record ExemptionFacts
{
    /// <summary>Whose it is.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Why he pays no tax.</summary>
    public required ExemptionKind Kind { get; init; }

    /// <summary>The states it is good in: two letters each.</summary>
    public EquatableArray<string> States { get; init; }

    /// <summary>The first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day, inclusive; null when it does not expire.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The product classes it is for; none for all.</summary>
    public EquatableArray<TaxClass> Classes { get; init; }

    /// <summary>The one document it is for; empty for a blanket certificate.</summary>
    public string Document { get; init => field = value ?? ""; } = "";

    /// <summary>The buyer's registration number on it; empty where it has none.</summary>
    public string Number { get; init => field = value ?? ""; } = "";

    /// <summary>The hash of the scan: what was looked at, and nothing else.</summary>
    public ContentHash Scan { get; init; }

    /// <summary>
    /// What is wrong: <see cref="ExemptionErrors.StatesMissing"/>, <see cref="ExemptionErrors.DatesInvalid"/>,
    /// <see cref="ExemptionErrors.ScanMissing"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (States.IsEmpty || States.Any(s => s.Length != 2 || !s.All(char.IsAsciiLetterUpper)))
            findings.Add(ExemptionErrors.StatesMissing.At("states"));
        if (Until < From) findings.Add(ExemptionErrors.DatesInvalid.At("until", ("from", From), ("until", Until)));
        if (Scan.IsNone) findings.Add(ExemptionErrors.ScanMissing.At("scan"));
        return [.. findings];
    }
}
