namespace OrderToCash.Tax;

/// <summary>How long the check of a VAT id counts.</summary>
public sealed record VatIdPolicy
{
    /// <summary>A check counts for so many days after it was made; null for ever.</summary>
    public int? MaxAgeInDays { get; init; }

    /// <summary>
    /// While a new check is pending or the service is down, an earlier valid check counts for so many days after it was made; 0,
    /// the default, for none.
    /// </summary>
    public int GraceDays { get; init; }

    /// <summary>A check counts for ever; nothing counts while one is pending or the service is down.</summary>
    public static VatIdPolicy Default { get; } = new();
}
