namespace OrderToCash.Invoicing;

/// <summary>
/// An amount as it is written: a decimal with its own scale and, where the file says so, its own currency.
/// </summary>
public readonly record struct DocumentAmount
{
    /// <summary>The amount; its scale is what was written.</summary>
    public required decimal Value { get; init; }

    /// <summary>The currency written on it; null when none was written.</summary>
    public string? Currency { get; init; }
}
