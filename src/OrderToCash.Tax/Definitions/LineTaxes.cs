namespace OrderToCash.Tax;

/// <summary>What a line comes to: net, gross and each tax, exact or on the grid it was asked for.</summary>
public sealed record LineTaxes
{
    /// <summary>The amount without tax.</summary>
    public required ExactAmount Net { get; init; }

    /// <summary>The amount with all taxes.</summary>
    public required ExactAmount Gross { get; init; }

    /// <summary>The taxes in the order they are computed; a counter-tax follows its tax.</summary>
    public EquatableArray<LineTax> Taxes { get; init; }

    internal LineTaxes Times(ExactAmount factor) => new()
    {
        Net = Net * factor,
        Gross = Gross * factor,
        Taxes = Taxes.Select(t => t with { Base = t.Base * factor, Tax = t.Tax * factor }).ToEquatableArray(),
    };
}
