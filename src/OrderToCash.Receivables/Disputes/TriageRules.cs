namespace OrderToCash.Receivables;

/// <summary>The rules of triage that look at more than one fact.</summary>
internal static class TriageRules
{
    /// <summary>Billed and not credited, but not kept by the customer.</summary>
    internal static void Short(TriageWork work, TriageLine line)
    {
        if (line.Delivered is not { } delivered)
        {
            work.Undecided("quantity", $"Line {line.Line}: nobody knows what was delivered.");
            return;
        }
        var kept = delivered - (line.Returned ?? Quantity.Zero(delivered.Unit));
        var asked = line.Billed - line.Credited;
        var says = $"Line {line.Line}: {line.Billed} billed, {line.Credited} credited, {delivered} delivered, "
            + $"{line.Returned ?? Quantity.Zero(delivered.Unit)} returned.";
        work.Counts("quantity", says, Value(line, asked - kept));
    }

    /// <summary>Came back and is not credited.</summary>
    internal static void Returned(TriageWork work, TriageLine line)
    {
        if (line.Returned is not { } returned)
        {
            work.Undecided("return", $"Line {line.Line}: nobody knows what came back.");
            return;
        }
        work.Counts("return", $"Line {line.Line}: {returned} returned, {line.Credited} credited.",
            Value(line, returned - line.Credited));
    }

    /// <summary>Billed dearer than ordered, for what is billed and not credited.</summary>
    internal static void Price(TriageWork work, TriageLine line)
    {
        if (line.PriceAgreed is not { } agreed || agreed.Currency != line.PriceBilled.Currency)
        {
            work.Undecided("price", $"Line {line.Line}: nobody knows the price ordered in {line.PriceBilled.Currency}.");
            return;
        }
        var (billed, ordered) = (line.PriceBilled.Amount / line.PriceBilled.Per, agreed.Amount / agreed.Per);
        var says = $"Line {line.Line}: {line.PriceBilled} billed, {agreed} ordered.";
        var asked = (line.Billed - line.Credited).Value;
        var excess = Math.Max(0, asked) * Math.Max(0, billed - ordered);
        var amount = excess == 0 ? Money.Zero(line.Gross.Currency)
            : line.Gross.Allocate(excess, Math.Max(0, (line.Billed.Value * billed) - excess))[0];
        work.Counts("price", says, amount);
    }

    /// <summary>Another invoice for the same delivery makes all of it invalid to ask for.</summary>
    internal static void Duplicate(TriageWork work)
    {
        if (work.Facts.DuplicateOf is not { } other)
            work.Undecided("duplicate", "Nobody looked for another invoice for the same delivery.");
        else if (other.Length > 0) work.Counts("duplicate", $"Invoice {other} bills the same delivery.", work.Claimed);
        else work.Counts("duplicate", "No other invoice bills the same delivery.", Money.Zero(work.Claimed.Currency));
    }

    private static Money Value(TriageLine line, Quantity quantity)
    {
        if (!quantity.IsPositive || !line.Billed.IsPositive) return Money.Zero(line.Gross.Currency);
        var part = Math.Min(quantity.Value, line.Billed.Value);
        return line.Gross.Allocate(part, line.Billed.Value - part)[0];
    }
}
