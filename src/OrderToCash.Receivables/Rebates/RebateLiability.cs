namespace OrderToCash.Receivables;

/// <summary>What stands on <c>liability.refund</c> for an agreement, above zero, or a change of it.</summary>
public sealed record RebateLiability
{
    /// <summary>In the currency of the agreement.</summary>
    public required Money Document { get; init; }

    /// <summary>In the currency of the books.</summary>
    public required Money Functional { get; init; }

    internal RebateLiability Plus(RebateLiability other) =>
        new() { Document = Document + other.Document, Functional = Functional + other.Functional };
}
