using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>How much of an invoice line was credited so far.</summary>
public sealed record CreditedLine
{
    /// <summary>The invoice's line, by position from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The quantity taken back.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The net credited for that quantity.</summary>
    public required Money ByQuantity { get; init; }

    /// <summary>The net credited by amount.</summary>
    public required Money ByAmount { get; init; }

    /// <summary>Both together.</summary>
    [JsonIgnore]
    public Money Net => ByQuantity + ByAmount;

    internal static CreditedLine None(int line, InvoiceLine invoiced) => new()
    {
        Line = line,
        Quantity = Quantity.Zero(invoiced.Quantity.Unit),
        ByQuantity = Money.Zero(invoiced.Net.Currency),
        ByAmount = Money.Zero(invoiced.Net.Currency),
    };

    // Both lists are ordered by line: one walk.
    internal static EquatableArray<CreditedLine> Merge(EquatableArray<CreditedLine> before, EquatableArray<CreditNoteLine> more)
    {
        var merged = new List<CreditedLine>(before.Count + more.Count);
        var i = 0;
        foreach (var line in more)
        {
            while (i < before.Count && before[i].Line < line.InvoiceLine) merged.Add(before[i++]);
            var known = i < before.Count && before[i].Line == line.InvoiceLine ? before[i++] : Start(line);
            merged.Add(line.Quantity.IsZero
                ? known with { ByAmount = known.ByAmount + line.Net }
                : known with { Quantity = known.Quantity + line.Quantity, ByQuantity = known.ByQuantity + line.Net });
        }
        while (i < before.Count) merged.Add(before[i++]);
        return [.. merged];
    }

    private static CreditedLine Start(CreditNoteLine line) => new()
    {
        Line = line.InvoiceLine,
        Quantity = Quantity.Zero(line.Quantity.Unit),
        ByQuantity = Money.Zero(line.Net.Currency),
        ByAmount = Money.Zero(line.Net.Currency),
    };
}
