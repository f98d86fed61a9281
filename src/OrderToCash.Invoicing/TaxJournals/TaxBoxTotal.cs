namespace OrderToCash.Invoicing;

/// <summary>A box of a return with its amount.</summary>
public sealed record TaxBoxTotal
{
    /// <summary>The code on the form.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The sum of what it takes, in the functional currency.</summary>
    public required Money Amount { get; init; }
}
