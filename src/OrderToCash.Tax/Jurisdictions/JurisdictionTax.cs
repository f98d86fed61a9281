namespace OrderToCash.Tax;

/// <summary>What one jurisdiction takes of one line: a component of the answer.</summary>
public sealed record JurisdictionTax
{
    /// <summary>The line.</summary>
    public required string Line { get; init; }

    /// <summary>Who taxes.</summary>
    public required JurisdictionId Jurisdiction { get; init; }

    /// <summary>Its level.</summary>
    public required JurisdictionLevel Level { get; init; }

    /// <summary>Which of its rates: <see cref="JurisdictionRate.Name"/>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The rate.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The part of the net the rate falls on.</summary>
    public required Money Taxable { get; init; }

    /// <summary>The rest of the net.</summary>
    public required Money Exempt { get; init; }

    /// <summary>The tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>Why a part is not taxed; empty when all of it is.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}
