using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>The tax of a document: one subtotal per category and rate, ordered by both. The bases add up to the lines.</summary>
public sealed record TaxBreakdown
{
    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The policy it was computed by.</summary>
    public required TaxComputation Computation { get; init; }

    /// <summary>The subtotals, ordered by category and rate.</summary>
    public required EquatableArray<TaxSubtotal> Subtotals { get; init; }

    /// <summary>The sum of the bases: exactly the sum of the lines.</summary>
    [JsonIgnore]
    public Money Net
    {
        get
        {
            var sum = Money.Zero(Currency);
            foreach (ref readonly var subtotal in Subtotals.AsSpan()) sum += subtotal.Base;
            return sum;
        }
    }

    /// <summary>The sum of the taxes (BT-110).</summary>
    [JsonIgnore]
    public Money Tax
    {
        get
        {
            var sum = Money.Zero(Currency);
            foreach (ref readonly var subtotal in Subtotals.AsSpan()) sum += subtotal.Tax;
            return sum;
        }
    }

    /// <summary>Net and tax together.</summary>
    [JsonIgnore]
    public Money Gross => Net + Tax;

    /// <summary>
    /// Sums the lines per category and rate and computes the tax by the policy. O(lines); allocates the result only.
    /// </summary>
    /// <param name="lines">The lines, any order; the result does not depend on it.</param>
    /// <param name="computation">Where tax is rounded.</param>
    /// <param name="currency">The currency of every line.</param>
    /// <exception cref="CurrencyMismatchException">A line is in another currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A base or a tax is beyond 10^18 minor units.</exception>
    /// <exception cref="OverflowException">A sum is beyond 64 bits of minor units on the way.</exception>
    public static TaxBreakdown Compute(ReadOnlySpan<TaxableLine> lines, TaxComputation computation, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(computation);
        if (!FewTaxGroups.TryCompute(lines, computation.RoundsPerLine, currency, out var subtotals))
        {
            var groups = new TaxGroups(currency, computation.RoundsPerLine);
            foreach (ref readonly var line in lines) groups.Add(line);
            subtotals = groups.ToSubtotals();
        }
        return new() { Currency = currency, Computation = computation, Subtotals = subtotals };
    }

    /// <summary>The subtotals as shares that fall due on one day.</summary>
    public EquatableArray<TaxShare> At(LocalDate taxPoint) => Subtotals.Select(s => s.At(taxPoint)).ToEquatableArray();
}
