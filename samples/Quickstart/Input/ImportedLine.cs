namespace OrderToCash.Quickstart;

/// <summary>A line of an <see cref="ImportedDocument"/>.</summary>
public readonly record struct ImportedLine
{
    /// <summary>The line of the file, from 1.</summary>
    public required int FileLine { get; init; }

    /// <summary>The seller's item number.</summary>
    public required string Item { get; init; }

    /// <summary>What it is called; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>Above zero, also on a cancellation.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The price of one without tax, in the currency of the file; zero for free goods.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>The codes of carriage, manual entries, discounts and fees: they are no goods, nothing is shipped for them.</summary>
    public bool IsService => ServiceItems.Contains(Item);

    private static HashSet<string> ServiceItems { get; } =
        new(["POST", "DOT", "C2", "M", "D", "S", "B", "CRUK", "PADS", "BANK CHARGES", "AMAZONFEE"], StringComparer.OrdinalIgnoreCase);
}
