namespace OrderToCash.Receivables;

/// <summary>Sorts open items into the rows of an assessment.</summary>
internal sealed class ExpectedLossWork
{
    private readonly ExpectedLossFacts facts;
    private readonly ProvisionMatrix matrix;
    private readonly Money none;
    private readonly Dictionary<CustomerId, string> classes = [];
    private readonly Dictionary<CustomerId, SpecificAllowance> specific = [];
    private readonly Dictionary<OpenItemId, Money> secured = [];

    internal ExpectedLossWork(ExpectedLossFacts facts, ProvisionMatrix matrix, Currency functionalCurrency)
    {
        (this.facts, this.matrix, none) = (facts, matrix, Money.Zero(functionalCurrency));
        foreach (var one in facts.Classes) classes[one.Customer] = one.Class;
        foreach (var customer in facts.Insolvent)
            specific[customer] = new()
            {
                Customer = customer, Rate = matrix.InsolventRate ?? Percentage.Hundred, Reason = "insolvent",
            };
        foreach (var one in facts.Specific) specific[one.Customer] = one;
        foreach (var one in facts.Secured)
            secured[one.Item] = secured.TryGetValue(one.Item, out var before) ? before + one.Amount : one.Amount;
    }

    /// <summary>One item on the way into its row: what may be lost of it.</summary>
    private sealed record Placed(OpenItem Item, ExpectedLossLine Line, int Bucket)
    {
        internal Money Base => Line.Open - Line.Tax - Line.Secured - Line.Credits;
    }

    internal EquatableArray<ExpectedLossRow> Rows(IEnumerable<OpenItem> items)
    {
        var placed = new List<Placed>();
        foreach (var customer in items.Where(i => i.LegalEntity == facts.LegalEntity && i.IsOfAccount)
            .GroupBy(i => i.Customer).OrderBy(g => g.Key))
            placed.AddRange(Of(customer));
        var names = matrix.Buckets.BucketNames();
        var order = matrix.Classes.Select(c => c.Class).ToList();
        var cells = placed.Where(p => !specific.ContainsKey(p.Item.Customer))
            .GroupBy(p => (Class: order.IndexOf(ClassOf(p.Item.Customer)), p.Bucket)).OrderBy(g => g.Key)
            .Select(g => Row(g, matrix.Classes[g.Key.Class].Rates[g.Key.Bucket]) with
            {
                Class = order[g.Key.Class], Bucket = names[g.Key.Bucket],
            });
        var apart = placed.Where(p => specific.ContainsKey(p.Item.Customer)).GroupBy(p => p.Item.Customer)
            .Select(g => Row(g, specific[g.Key].Rate) with { Customer = g.Key, Reason = specific[g.Key].Reason });
        return [.. cells, .. apart];
    }

    private string ClassOf(CustomerId customer) =>
        classes.TryGetValue(customer, out var found) ? found : matrix.Classes[0].Class;

    // What may be lost of each item of a customer; credits lower it in proportion.
    private IEnumerable<Placed> Of(IEnumerable<OpenItem> items)
    {
        var (debits, credits) = (new List<Placed>(), none);
        foreach (var item in items.OrderBy(i => i.Id))
        {
            var open = item.OpenFunctionalAsOf(facts.AsOf, facts.KnownAt);
            if (open.IsZero) continue;
            if (!item.IsDebit) credits -= open;
            else debits.Add(new(item, LineOf(item, open),
                matrix.Buckets.BucketOf(Period.DaysBetween(matrix.Buckets.AgedFrom(item), facts.AsOf))));
        }
        var weights = debits.Select(d => d.Base.MinorUnits).ToArray();
        var whole = Money.Sum(debits.Select(d => d.Base), none.Currency);
        if (matrix.IgnoresCredits || !credits.IsPositive || !whole.IsPositive) return debits;
        var shares = Money.Min(credits, whole).Allocate(weights);
        return debits.Select((d, i) => d with { Line = d.Line with { Credits = shares[i] } });
    }

    private ExpectedLossLine LineOf(OpenItem item, Money open)
    {
        var document = item.OpenAt(facts.AsOf, facts.KnownAt);
        var tax = matrix.CountsTax || document.IsZero ? none : open.Part(
            Money.Sum(item.TaxShares.Select(s => s.Tax), document.Currency).Part(document, item.Amount), document);
        var cover = matrix.CountsSecured || document.IsZero || !secured.TryGetValue(item.Id, out var amount) ? none
            : open.Part(Money.Min(Money.Max(amount, Money.Zero(amount.Currency)), document), document);
        return new()
        {
            Item = item.Id, Customer = item.Customer, Open = open, Secured = cover, Credits = none, Amount = none,
            // What is secured is so with its tax.
            Tax = cover.IsZero ? tax : tax.Part(open - cover, open),
        };
    }

    private ExpectedLossRow Row(IEnumerable<Placed> placed, Percentage rate)
    {
        var all = placed.OrderBy(p => p.Item.Id).ToArray();
        var whole = Money.Sum(all.Select(p => p.Base), none.Currency);
        var amount = whole.Times(rate, Rounding.HalfAwayFromZero);
        var shares = amount.IsPositive ? amount.Allocate(all.Select(p => p.Base.MinorUnits).ToArray()) : [];
        return new()
        {
            Base = whole, Rate = rate, Amount = amount,
            Lines = all.Select((p, i) => p.Line with { Amount = shares.IsEmpty ? none : shares[i] }).ToEquatableArray(),
        };
    }
}
