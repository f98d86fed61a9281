using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>The totals of a document as they are printed: net, the tax groups under their subtotals, the total.</summary>
public sealed record TaxSummary
{
    /// <summary>Without tax.</summary>
    public required AmountPair Net { get; init; }

    /// <summary>All taxes.</summary>
    public required AmountPair Tax { get; init; }

    /// <summary>The cash rounding shown as an amount of its own.</summary>
    public required AmountPair CashRounding { get; init; }

    /// <summary>The subtotals in their order, the first one the net's.</summary>
    public EquatableArray<TaxSubtotalRow> Subtotals { get; init; }

    /// <summary>True when all groups have the net amount as their base, so that printing it once is enough.</summary>
    public bool HasOneBase { get; init; }

    /// <summary>What is to be paid.</summary>
    [JsonIgnore]
    public AmountPair Total => Net + Tax + CashRounding;

    /// <summary>
    /// The same totals with some tax groups taken into the net amount: taxes a document does not show apart. A subtotal left
    /// without groups is dropped; the total stays.
    /// </summary>
    /// <param name="groups">Ids of the groups.</param>
    public TaxSummary FoldingIntoNet(params IEnumerable<string> groups)
    {
        var folded = groups.ToHashSet();
        if (folded.Count == 0) return this;
        var (net, tax) = (Net, Tax);
        var kept = new List<TaxSubtotalRow>();
        foreach (var subtotal in Subtotals)
        {
            var row = subtotal;
            foreach (var group in subtotal.Groups)
            {
                if (!folded.Contains(group.GroupId)) continue;
                (net, tax) = (net + group.Tax, tax - group.Tax);
                row = row with { Base = row.Base + group.Tax, Tax = row.Tax - group.Tax };
            }
            row = row with { Groups = subtotal.Groups.Where(g => !folded.Contains(g.GroupId)).ToEquatableArray() };
            if (!row.Groups.IsEmpty || subtotal.Groups.IsEmpty) kept.Add(row);
        }
        return this with { Net = net, Tax = tax, Subtotals = kept.ToEquatableArray() };
    }

    internal static TaxSummary Of(TaxedDocument document)
    {
        var definitions = document.Definitions.ToDictionary(static d => d.Id);
        var groups = new Dictionary<string, SummaryGroup>();
        foreach (var line in document.Lines)
        {
            foreach (var group in groups.Values) group.BeginLine();
            foreach (var tax in line.Taxes)
            {
                var definition = definitions[tax.TaxId];
                var id = definition.Group?.Id ?? "";
                if (!groups.TryGetValue(id, out var group)) groups.Add(id, group = new(definition.Group, document.Nothing));
                group.Add(definition, line, tax, definitions);
            }
        }
        var cash = document.CashAdjustment;
        if (cash is { IsTax: true } && groups.TryGetValue(cash.TaxGroup, out var largest)) largest.Raise(cash.Amount);
        var rows = groups.Values.OrderBy(static g => g.Sequence).ThenBy(static g => g.Id, StringComparer.Ordinal).ToArray();
        var bases = rows.Select(static r => r.ShownBase).OfType<AmountPair>().Select(static b => b.Document).ToHashSet();
        bases.Add(document.Net.Document);
        return new()
        {
            Net = document.Net,
            Tax = document.Tax,
            CashRounding = cash is { IsTax: false } ? cash.Amount : document.Nothing,
            HasOneBase = bases.Count == 1,
            Subtotals = Rows(rows, document),
        };
    }

    private static EquatableArray<TaxSubtotalRow> Rows(SummaryGroup[] groups, TaxedDocument document)
    {
        if (groups.Length == 0) return [new() { Base = document.Net, Tax = document.Nothing }];
        var rows = new List<TaxSubtotalRow>();
        var before = document.Net;
        foreach (var heading in groups.Select(static g => g.Subtotal).Distinct())
        {
            var below = groups.Where(g => g.Subtotal == heading).Select(static g => g.ToRow()).ToEquatableArray();
            var tax = below.Aggregate(document.Nothing, static (sum, g) => sum + g.Tax);
            rows.Add(new() { Name = heading, Base = before, Tax = tax, Groups = below });
            before += tax;
        }
        return rows.ToEquatableArray();
    }
}
