namespace OrderToCash.Tax;

/// <summary>
/// Rounds the figures of a document: sums what is exact per tax and for the net, rounds the sums by the policy, and gives the
/// differences to the lines.
/// </summary>
internal sealed class FigureRounding
{
    private readonly DocumentScale scale;
    private readonly Dictionary<(LineOrigin, string, bool), Pool> taxes = [];
    private readonly Dictionary<LineOrigin, Pool> untaxed = [];
    private readonly Dictionary<LineOrigin, Pool> nets = [];

    private FigureRounding(DocumentScale scale) => this.scale = scale;

    internal static void Apply(IReadOnlyList<LineFigures> lines, DocumentScale scale)
    {
        foreach (var line in lines) line.Compute(scale);
        var rounding = new FigureRounding(scale);
        foreach (var line in lines) rounding.Add(line);
        foreach (var pool in rounding.taxes.Values) rounding.RoundTax(pool);
        foreach (var pool in rounding.untaxed.Values) rounding.RoundNet(pool, evenly: false);
        foreach (var pool in rounding.nets.Values) rounding.RoundNet(pool, scale.Distribution.SpreadsNetEvenly);
    }

    // A discount or down payment has figures that add up among themselves; they are rounded apart from the lines.
    private void Add(LineFigures line)
    {
        PoolOf(nets, line.Origin).AddNet(line);
        if (line.Taxes.Length == 0) PoolOf(untaxed, line.Origin).AddNet(line);
        foreach (var tax in line.Taxes) PoolOf(taxes, (line.Origin, tax.TaxId, tax.IsCounterTax)).AddTax(line, tax);
    }

    private Pool PoolOf<TKey>(Dictionary<TKey, Pool> pools, TKey key) where TKey : notnull
    {
        if (!pools.TryGetValue(key, out var pool)) pools.Add(key, pool = new(scale.Grids.Length));
        return pool;
    }

    private void RoundTax(Pool pool)
    {
        var targets = (Tax: 0L, Base: 0L);
        for (var g = 0; g < scale.Grids.Length; g++)
        {
            var tax = scale.Target(g, pool.ExactTax[g], targets.Tax);
            var net = scale.Rounding.RoundsGrossFirst && !(g == 1 && scale.Conversion == CompanyConversion.DocumentTotals)
                ? scale.Grids[g].Round(pool.ExactBase[g] + pool.ExactTax[g]) - tax
                : scale.Target(g, pool.ExactBase[g], targets.Base);
            if (g == 0) targets = (tax, net);
            Give(pool, tax - pool.Sum(static m => m.Tax!.Tax, g), g, evenly: false, static m => m.Tax!.Tax);
            Give(pool, net - pool.Sum(static m => m.Tax!.Base, g), g, evenly: false, static m => m.Tax!.Base);
        }
    }

    private void RoundNet(Pool pool, bool evenly)
    {
        var target = 0L;
        for (var g = 0; g < scale.Grids.Length; g++)
        {
            var net = scale.Rounding.RoundsGrossFirst && !(g == 1 && scale.Conversion == CompanyConversion.DocumentTotals)
                ? scale.Grids[g].Round(pool.ExactBase[g] + pool.ExactTax[g]) - pool.TaxesOn(g)
                : scale.Target(g, pool.ExactBase[g], target);
            if (g == 0) target = net;
            Give(pool, net - pool.NetsOn(g), g, evenly, static m => m.Line.NetAdjustment);
        }
    }

    private void Give(Pool pool, long delta, int grid, bool evenly, Func<Member, long[]> figure)
    {
        if (delta == 0) return;
        var step = scale.Grids[grid].Step;
        var (members, weights) = pool.BySize(evenly);
        var parts = new long[members.Length];
        scale.Distribution.Split(delta / step, weights, parts);
        for (var i = 0; i < parts.Length; i++) figure(members[i])[grid] += parts[i] * step;
    }

    private readonly record struct Member(LineFigures Line, TaxFigures? Tax);

    private sealed class Pool(int grids)
    {
        private readonly List<Member> members = [];
        private (Member[] Members, long[] Weights)? sorted;

        internal ExactAmount[] ExactBase { get; } = new ExactAmount[grids];

        internal ExactAmount[] ExactTax { get; } = new ExactAmount[grids];

        internal void AddTax(LineFigures line, TaxFigures tax)
        {
            members.Add(new(line, tax));
            for (var g = 0; g < ExactBase.Length; g++)
            {
                ExactBase[g] += tax.ExactBase[g];
                ExactTax[g] += tax.ExactTax[g];
            }
        }

        internal void AddNet(LineFigures line)
        {
            members.Add(new(line, null));
            for (var g = 0; g < ExactBase.Length; g++)
            {
                ExactBase[g] += line.Net[g];
                foreach (var tax in line.Taxes) ExactTax[g] += tax.ExactTax[g];
            }
        }

        internal long Sum(Func<Member, long[]> figure, int grid)
        {
            var sum = 0L;
            foreach (var member in members) checked { sum += figure(member)[grid]; }
            return sum;
        }

        internal long NetsOn(int grid)
        {
            var sum = 0L;
            foreach (var member in members) checked { sum += member.Line.NetOn(grid); }
            return sum;
        }

        internal long TaxesOn(int grid)
        {
            var sum = 0L;
            foreach (var member in members)
                foreach (var tax in member.Line.Taxes) checked { sum += tax.Tax[grid]; }
            return sum;
        }

        // The biggest gross first, equal ones in the order of the document. Sorted once, and only when there is a difference.
        internal (Member[] Members, long[] Weights) BySize(bool evenly)
        {
            if (sorted is not { } known)
            {
                Member[] order = [.. members.OrderByDescending(static m => m.Line.GrossAlone[0])];
                sorted = known = (order, Array.ConvertAll(order, static m => Math.Abs(m.Line.GrossAlone[0])));
            }
            if (evenly) return (known.Members, Array.ConvertAll(known.Weights, static _ => 1L));
            return known;
        }
    }
}
