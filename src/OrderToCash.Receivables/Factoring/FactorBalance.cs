namespace OrderToCash.Receivables;

/// <summary>An amount on the account of a factor in two currencies: above zero the factor owes, below zero we do.</summary>
public sealed record FactorBalance
{
    /// <summary>In the currency of the receivables.</summary>
    public required Money Document { get; init; }

    /// <summary>In the currency of the books.</summary>
    public required Money Functional { get; init; }

    /// <summary>Both with another amount on top.</summary>
    public FactorBalance Plus(FactorBalance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new() { Document = Document + other.Document, Functional = Functional + other.Functional };
    }

    // What an amount that leaves the account (a debit below zero) takes of its value: what lowers it goes pro rata, what goes
    // beyond zero is worth what the rate says.
    internal Money Released(Money amount, Func<Money, Money> worth)
    {
        var lowers = Document.Sign != amount.Sign ? Money.Zero(amount.Currency)
            : amount.Abs() > Document.Abs() ? Document : amount;
        var beyond = amount - lowers;
        var value = lowers.IsZero ? Money.Zero(Functional.Currency) : Functional.Part(lowers, Document);
        return beyond.IsZero ? value : value + worth(beyond);
    }
}
