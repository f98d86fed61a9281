namespace OrderToCash.Tax;

/// <summary>One amount in two currencies: that of the document and that of the company's books.</summary>
public readonly record struct AmountPair
{
    /// <summary>In the currency of the document.</summary>
    public required Money Document { get; init; }

    /// <summary>In the currency of the company; the same amount where the document is written in it.</summary>
    public required Money Company { get; init; }

    /// <summary>Adds both.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static AmountPair operator +(AmountPair left, AmountPair right) =>
        new() { Document = left.Document + right.Document, Company = left.Company + right.Company };

    /// <summary>Subtracts both.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static AmountPair operator -(AmountPair left, AmountPair right) => left + -right;

    /// <summary>The opposite of both.</summary>
    public static AmountPair operator -(AmountPair pair) => new() { Document = -pair.Document, Company = -pair.Company };

    /// <summary>Both amounts: <c>12.10 EUR (24.20 USD)</c>.</summary>
    public override string ToString() => Document == Company ? $"{Document}" : $"{Document} ({Company})";
}
