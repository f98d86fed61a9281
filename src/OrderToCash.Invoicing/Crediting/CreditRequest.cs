namespace OrderToCash.Invoicing;

/// <summary>What to credit on one line: a quantity or an amount.</summary>
public sealed record CreditRequest
{
    /// <summary>The invoice's line, by position from 1.</summary>
    public required int Line { get; init; }

    /// <summary>How much was taken back, with the sign and unit of the line; null when an amount is credited.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>
    /// What is taken off the net, with the sign of the line (a price reduction); null when a quantity is credited.
    /// </summary>
    public Money? Net { get; init; }

    /// <summary>So much of a line was taken back.</summary>
    public static CreditRequest Of(int line, Quantity quantity) => new() { Line = line, Quantity = quantity };

    /// <summary>So much is taken off a line's net.</summary>
    public static CreditRequest Of(int line, Money net) => new() { Line = line, Net = net };
}
