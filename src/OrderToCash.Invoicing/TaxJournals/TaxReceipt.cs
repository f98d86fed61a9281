namespace OrderToCash.Invoicing;

/// <summary>
/// Money received on a document whose tax is due on receipt: a prepayment, or any invoice under cash accounting.
/// </summary>
public sealed record TaxReceipt
{
    /// <summary>The day it came in: the tax point. Below zero amounts are money that went back.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>When that was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The bases and taxes in it, in the document's currency; all receipts together are at most its breakdown.</summary>
    public required EquatableArray<TaxShare> Shares { get; init; }
}
