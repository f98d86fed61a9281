namespace OrderToCash.Quickstart;

/// <summary>An order, or the cancellation of one, as the orders file has it.</summary>
public sealed record ImportedDocument
{
    /// <summary>The number, with the C of a cancellation.</summary>
    public required string Number { get; init; }

    /// <summary>True when its lines take back what was sold.</summary>
    public required bool IsCancellation { get; init; }

    /// <summary>The customer's number; null for a cash sale.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>Where the goods went.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>When it was entered, by the seller's clock.</summary>
    public required LocalDateTime OrderedAt { get; init; }

    /// <summary>At least one, in the file's order.</summary>
    public required EquatableArray<ImportedLine> Lines { get; init; }
}
