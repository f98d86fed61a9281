using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>
/// A document with its taxes. The figures are those of its lines: every total is a sum over <see cref="Lines"/>, so nothing can
/// disagree.
/// </summary>
public sealed record TaxedDocument
{
    /// <summary>The currency it is written in.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The currency of the books; the same where there is only one.</summary>
    public required Currency CompanyCurrency { get; init; }

    /// <summary>Where it was rounded.</summary>
    public required TaxRounding Rounding { get; init; }

    /// <summary>The taxes that occur, groups resolved.</summary>
    public EquatableArray<TaxDefinition> Definitions { get; init; }

    /// <summary>The lines, then those of the document discount.</summary>
    public required EquatableArray<TaxedLine> Lines { get; init; }

    /// <summary>What rounding to coins changed; null for nothing.</summary>
    public CashAdjustment? CashAdjustment { get; init; }

    /// <summary>The sum of the lines without tax.</summary>
    [JsonIgnore]
    public AmountPair Net => Sum(static line => line.Net);

    /// <summary>The sum of the taxes, with a cash rounding that went into them.</summary>
    [JsonIgnore]
    public AmountPair Tax
    {
        get
        {
            var tax = Sum(static line => line.Gross) - Net;
            return CashAdjustment is { IsTax: true } cash ? tax + cash.Amount : tax;
        }
    }

    /// <summary>What is to be paid: net, tax, and a cash rounding.</summary>
    [JsonIgnore]
    public AmountPair Total => Sum(static line => line.Gross) + (CashAdjustment?.Amount ?? Nothing);

    [JsonIgnore]
    internal AmountPair Nothing => new() { Document = Money.Zero(Currency), Company = Money.Zero(CompanyCurrency) };

    /// <summary>Base and amount of each tax, in the order the taxes first occur; a cash rounding is not in them.</summary>
    public EquatableArray<TaxTotal> TaxTotals()
    {
        var totals = new Dictionary<(string, bool), TaxTotal>();
        foreach (var line in Lines)
            foreach (var tax in line.Taxes)
            {
                var key = (tax.TaxId, tax.IsCounterTax);
                totals[key] = totals.TryGetValue(key, out var known)
                    ? known with { Base = known.Base + tax.Base, Tax = known.Tax + tax.Tax }
                    : new() { TaxId = tax.TaxId, IsCounterTax = tax.IsCounterTax, Base = tax.Base, Tax = tax.Tax };
            }
        return totals.Values.ToEquatableArray();
    }

    /// <summary>
    /// What is left of it after other documents: each line of theirs stands in it with the opposite sign, tax by tax. The parts
    /// and what is left add up to this document in net, tax and total, exactly. A cash rounding stays where it was made.
    /// </summary>
    /// <param name="parts">The down payments that were invoiced.</param>
    /// <exception cref="CurrencyMismatchException">A part is in other currencies.</exception>
    public TaxedDocument Less(params IEnumerable<TaxedDocument> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var lines = Lines.ToList();
        var definitions = Definitions.ToDictionary(d => d.Id);
        foreach (var part in parts)
        {
            if (part.Currency != Currency) throw new CurrencyMismatchException(part.Currency, Currency);
            if (part.CompanyCurrency != CompanyCurrency)
                throw new CurrencyMismatchException(part.CompanyCurrency, CompanyCurrency);
            lines.AddRange(part.Lines.Select(l => l.Reversed()));
            foreach (var definition in part.Definitions) definitions.TryAdd(definition.Id, definition);
        }
        return this with { Lines = lines.ToEquatableArray(), Definitions = definitions.Values.ToEquatableArray() };
    }

    /// <summary>The totals as documents print them: a subtotal for each heading, a row for each tax group.</summary>
    public TaxSummary Summarize() => TaxSummary.Of(this);

    private AmountPair Sum(Func<TaxedLine, AmountPair> part)
    {
        var sum = Nothing;
        foreach (var line in Lines) sum += part(line);
        return sum;
    }
}
