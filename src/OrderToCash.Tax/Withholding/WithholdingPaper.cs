namespace OrderToCash.Tax;

/// <summary>A certificate that came in.</summary>
public sealed record WithholdingPaper
{
    /// <summary>Its number, as the authority or the customer gave it.</summary>
    public required string Number { get; init; }

    /// <summary>The tax it proves; above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day on it.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The hash of the document.</summary>
    public ContentHash Scan { get; init; }
}
