namespace OrderToCash.Invoicing;

/// <summary>One member state and rate of a one-stop-shop summary.</summary>
public sealed record OneStopShopLine
{
    /// <summary>The member state of consumption.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>Its rate.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The taxable amounts.</summary>
    public required Money Base { get; init; }

    /// <summary>The tax.</summary>
    public required Money Tax { get; init; }
}
