namespace OrderToCash.Tax;

/// <summary>
/// Makes the lines that are a share of a document: one for each set of taxes, the price in proportion, and the cents placed so
/// that the lines come to the share of the total and each tax to its share of that tax.
/// </summary>
internal static class DocumentReduction
{
    /// <summary>The lines of a document discount: below zero, without amounts per quantity, which no discount lowers.</summary>
    internal static Result<List<LineFigures>> Discount(List<LineFigures> lines, DocumentShare share, DocumentScale scale)
    {
        if (!HasFixed(lines)) return Share(lines, share, scale, LineOrigin.Discount, sign: -1);
        var discountable = new List<LineFigures>(lines.Count);
        foreach (var line in lines)
        {
            if (!line.Program.Keeping(static t => t.FollowsPrice).TryGet(out var kept, out var errors))
                return Result.Failure<List<LineFigures>>(errors);
            // A fixed tax inside the price that other taxes build on takes its share of them with it.
            var builtOn = line.Program.Has(static t => !t.FollowsPrice && t.PriceIncluded && t.AddsToBaseOfLaterTaxes);
            var taxes = builtOn
                ? kept.Line(line.Net[0], ExactAmount.Of(1), PriceMeaning.Net, scale.LineGrid).Taxes
                    .Select(t => (t.TaxId, Tax: scale.Exact(t.Tax, scale.Rounding.RoundsLineTaxes)[0]))
                : line.Taxes.Select(t => (t.TaxId, Tax: t.ExactTax[0]));
            var amount = line.Net[0];
            foreach (var (id, tax) in taxes)
                if (kept.Has(t => t.Id == id && t.PriceIncluded)) amount += tax;
            discountable.Add(new(line.Origin, kept, amount, ExactAmount.Of(1)));
        }
        FigureRounding.Apply(discountable, scale);
        return Share(discountable, share, scale, LineOrigin.Discount, sign: -1);
    }

    /// <summary>
    /// The lines of a down payment: amounts per quantity are part of its net, with the taxes that build on them.
    /// </summary>
    internal static Result<List<LineFigures>> DownPayment(
        List<LineFigures> lines, DocumentShare share, DocumentScale scale)
    {
        if (!HasFixed(lines)) return Share(lines, share, scale, LineOrigin.DownPayment, sign: 1);
        var payable = new List<LineFigures>(lines.Count);
        foreach (var line in lines)
            if (!Unfold(line, scale, payable).TryGet(out _, out var errors)) return Result.Failure<List<LineFigures>>(errors);
        FigureRounding.Apply(payable, scale);
        return Share(payable, share, scale, LineOrigin.DownPayment, sign: 1);
    }

    private static Result<bool> Unfold(LineFigures line, DocumentScale scale, List<LineFigures> payable)
    {
        if (!line.Program.Keeping(static t => t.FollowsPrice).TryGet(out var kept, out var errors))
            return Result.Failure<bool>(errors);
        var alone = payable.Count;
        foreach (var tax in line.Taxes)
        {
            var definition = line.Program.Flat[tax.Index];
            if (definition.FollowsPrice || definition.PriceIncluded) continue;
            var later = Later(line.Program, tax.Index);
            if (!kept.Keeping(t => later.Contains(t.Id)).TryGet(out var onTop, out errors)) return Result.Failure<bool>(errors);
            payable.Add(new(line.Origin, onTop, scale.Grids[0].Exact(tax.Tax[0]), ExactAmount.Of(1)));
        }
        if (payable.Count == alone || kept.Flat.Length > 0) payable.Add(new(line.Origin, kept, line.Amount, ExactAmount.Of(1)));
        return Result.Success(true);
    }

    private static HashSet<string> Later(TaxProgram program, int tax)
    {
        var later = new HashSet<string>();
        if (!program.Flat[tax].AddsToBaseOfLaterTaxes) return later;
        foreach (var definition in program.Flat[(tax + 1)..])
            if (!definition.IgnoresEarlierTaxes) later.Add(definition.Id);
        return later;
    }

    private static bool HasFixed(List<LineFigures> lines) =>
        lines.Exists(static l => l.Program.Has(static t => !t.FollowsPrice));

    private static Result<List<LineFigures>> Share(
        List<LineFigures> lines, DocumentShare share, DocumentScale scale, LineOrigin origin, int sign)
    {
        var sums = new ReductionSums(lines, scale);
        if (!Targets(share, sums, scale, sign).TryGet(out var target, out var errors))
            return Result.Failure<List<LineFigures>>(errors);
        var (factor, gross) = target;
        long[] net = [.. gross];
        var taxes = new Dictionary<string, long[]>();
        foreach (var (id, tax) in sums.Taxes)
        {
            var part = new long[tax.Length];
            for (var g = 0; g < part.Length; g++)
            {
                part[g] = scale.Grids[g].Round(scale.Grids[g].Exact(tax[g]) * factor);
                net[g] -= part[g];
            }
            taxes.Add(id, part);
        }
        var reduced = Reduce(lines, factor, bears: gross[0] != 0, origin, scale.Grids[0]);
        FigureRounding.Apply(reduced, scale);
        Reach(reduced, net, taxes, scale);
        return Result.Success(reduced);
    }

    private static Result<(ExactAmount Factor, long[] Gross)> Targets(
        DocumentShare share, ReductionSums sums, DocumentScale scale, int sign)
    {
        var gross = new long[sums.Gross.Length];
        if (share.Percentage is { } percent)
        {
            var factor = ExactAmount.Of(percent.Value * sign) / ExactAmount.Of(100);
            for (var g = 0; g < gross.Length; g++) gross[g] = Part(sums.Gross[g], factor, scale.Grids[g]);
            return Result.Success((factor, gross));
        }
        var amount = share.Amount!.Value;
        var whole = scale.Grids[0].ToMoney(sums.Gross[0]);
        if (amount.Sign * whole.Sign < 0 || amount.Abs() > whole.Abs())
            return Result.Failure<(ExactAmount, long[])>(
                TaxComputationErrors.ShareOutOfRange.With(("share", amount), ("total", whole)));
        gross[0] = scale.Grids[0].Round(ExactAmount.Of(amount)) * sign;
        if (gross.Length > 1 && !sums.ExactGross[0].IsZero)
            gross[1] = scale.Grids[1].Round(scale.Grids[0].Exact(gross[0]) * sums.ExactGross[1] / sums.ExactGross[0]);
        var part = sums.Gross[0] == 0
            ? ExactAmount.Zero
            : ExactAmount.Of(amount) * ExactAmount.Of(sign) / scale.Grids[0].Exact(sums.Gross[0]);
        return Result.Success((part, gross));
    }

    // Of a discount the rest is rounded, which is what the buyer pays; of a down payment the part.
    private static long Part(long whole, ExactAmount factor, RoundingGrid grid) => factor < ExactAmount.Zero
        ? grid.Round(grid.Exact(whole) * (ExactAmount.Of(1) + factor)) - whole
        : grid.Round(grid.Exact(whole) * factor);

    // Lines under the same taxes become one, in the order the sets first occur; a set that comes to nothing is left out,
    // but never all of them while there is something to bear.
    private static List<LineFigures> Reduce(
        List<LineFigures> lines, ExactAmount factor, bool bears, LineOrigin origin, RoundingGrid grid)
    {
        var sets = new Dictionary<EquatableArray<string>, (TaxProgram Program, ExactAmount Amount)>();
        foreach (var line in lines)
        {
            var key = line.Program.TaxIds;
            var amount = line.Amount * factor;
            sets[key] = sets.TryGetValue(key, out var set) ? (set.Program, set.Amount + amount) : (line.Program, amount);
        }
        var kept = sets.Values.Where(s => grid.Round(s.Amount) != 0).ToList();
        if (kept.Count == 0 && bears && sets.Count > 0) kept.Add(sets.Values.MaxBy(s => s.Amount.Abs()));
        return kept.ConvertAll(s => new LineFigures(origin, s.Program, s.Amount, ExactAmount.Of(1)));
    }

    private static void Reach(List<LineFigures> lines, long[] net, Dictionary<string, long[]> taxes, DocumentScale scale)
    {
        if (lines.Count == 0) return;
        LineFigures[] order = [.. lines.OrderByDescending(static l => l.NetAlone[0])];
        var sums = new ReductionSums(lines, scale);
        foreach (var line in lines) State(line);
        foreach (var (id, target) in taxes)
            if (!ReachTax(order, id, target, sums, scale))
                for (var g = 0; g < net.Length; g++) net[g] += target[g];
        var weights = Array.ConvertAll(order, static l => Math.Abs(l.NetOn(0)));
        for (var g = 0; g < net.Length; g++)
        {
            var parts = Parts(scale, g, net[g] - sums.Net[g], weights);
            for (var i = 0; i < order.Length; i++) Raise(order[i], g, parts[i]);
        }
        FigureRounding.Apply(lines, scale);
    }

    // False when no line bears the tax: then its part belongs to the net.
    private static bool ReachTax(LineFigures[] order, string id, long[] target, ReductionSums sums, DocumentScale scale)
    {
        var holders = order.Select(l => (Line: l, Tax: Array.Find(l.Taxes, t => t.TaxId == id)))
            .Where(static h => h.Tax is not null).ToArray();
        if (holders.Length == 0) return false;
        var current = sums.Taxes[id];
        var sizes = Array.ConvertAll(holders, static h => Math.Abs(h.Tax!.Tax[0]));
        for (var g = 0; g < target.Length; g++)
        {
            var parts = Parts(scale, g, target[g] - current[g], sizes);
            for (var i = 0; i < parts.Length; i++) holders[i].Line.Stated![holders[i].Tax!.Index].Tax[g] += parts[i];
        }
        return true;
    }

    private static long[] Parts(DocumentScale scale, int grid, long delta, long[] weights)
    {
        var parts = new long[weights.Length];
        scale.Distribution.Split(delta / scale.Grids[grid].Step, weights, parts);
        for (var i = 0; i < parts.Length; i++) parts[i] *= scale.Grids[grid].Step;
        return parts;
    }

    // What was computed stands from here on: the net and the taxes of all, the bases of the taxes that share the net.
    private static void State(LineFigures line)
    {
        line.StatedNet = [.. line.NetAlone.Select((_, grid) => line.NetOn(grid))];
        line.Stated = new StatedTax[line.Program.Flat.Length];
        foreach (var tax in line.Taxes)
            if (!tax.IsCounterTax)
                line.Stated[tax.Index] = new()
                {
                    Base = tax.Index < line.Program.FirstBatchEnd ? [.. tax.Base] : null, Tax = [.. tax.Tax],
                };
    }

    private static void Raise(LineFigures line, int grid, long part)
    {
        line.StatedNet![grid] += part;
        foreach (var tax in line.Stated!)
            if (tax.Base is { } stated) stated[grid] += part;
    }
}
