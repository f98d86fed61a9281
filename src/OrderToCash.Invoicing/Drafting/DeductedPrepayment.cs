namespace OrderToCash.Invoicing;

/// <summary>
/// What a line takes off for a prepayment: the line's net is the negative base of one category and rate of a prepayment invoice,
/// and its tax is the very tax of that invoice, whatever net x rate would give.
/// </summary>
public sealed record DeductedPrepayment
{
    /// <summary>The prepayment invoice.</summary>
    public required CitedInvoice Cited { get; init; }

    /// <summary>The tax that is taken off, below zero: what the prepayment invoice charged on this base.</summary>
    public required Money Tax { get; init; }
}
