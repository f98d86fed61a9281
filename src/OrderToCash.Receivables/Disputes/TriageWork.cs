namespace OrderToCash.Receivables;

/// <summary>A triage while it is made: what was looked at, and what it comes to.</summary>
internal sealed class TriageWork(DisputeCase claim, TriageFacts facts)
{
    private readonly List<TriageStep> trace = [];
    private Money sum = Money.Zero(claim.Currency);
    private bool isUndecided;

    internal TriageFacts Facts => facts;

    internal Money Claimed => claim.Disputed;

    /// <summary>Looks at each line the claim names, at all of them when it names none, in the order of their ids.</summary>
    internal void ByLine(string rule, Action<TriageWork, TriageLine> look)
    {
        var named = claim.Lines.Select(l => l.Line).ToHashSet(StringComparer.Ordinal);
        var lines = facts.Lines.Where(l => named.Count == 0 || named.Contains(l.Line))
            .OrderBy(l => l.Line, StringComparer.Ordinal).ToArray();
        foreach (var missing in named.Except(lines.Select(l => l.Line)).Order(StringComparer.Ordinal))
            Undecided(rule, $"Nothing is known of line {missing}.");
        if (lines.Length == 0 && named.Count == 0) Undecided(rule, "Nothing is known of the lines.");
        foreach (var line in lines)
            if (HasOneUnit(line) && line.Gross.Currency == claim.Currency) look(this, line);
            else Undecided(rule, $"Line {line.Line}: the facts are in other units or currencies.");
    }

    /// <summary>An amount that is known or not.</summary>
    internal void Known(string rule, string what, Money? amount)
    {
        if (amount is not { } known || known.Currency != claim.Currency)
            Undecided(rule, $"Nobody knows whether {what} in {claim.Currency}.");
        else if (known.IsPositive) Counts(rule, $"It is true that {what}: {known}.", known);
        else Counts(rule, $"It is not true that {what}.", Money.Zero(claim.Currency));
    }

    /// <summary>What was billed above what is due.</summary>
    internal void Excess(string rule, Money? billed, Money? due)
    {
        if (billed is not { } asked || due is not { } right || asked.Currency != claim.Currency
            || right.Currency != claim.Currency)
            Undecided(rule, $"Nobody knows the {rule} billed and due in {claim.Currency}.");
        else Counts(rule, $"The {rule} billed is {asked}, due is {right}.", Money.Max(asked - right, Money.Zero(claim.Currency)));
    }

    internal void Counts(string rule, string says, Money amount)
    {
        sum += amount;
        trace.Add(new() { Rule = rule, Says = says, Amount = amount });
    }

    internal void Undecided(string rule, string says)
    {
        isUndecided = true;
        trace.Add(new() { Rule = rule, Says = says });
    }

    internal TriageResult Finish()
    {
        var zero = Money.Zero(claim.Currency);
        if (facts.CreditedByAmount is { IsPositive: true } credited && claim.Reason != DisputeReason.AlreadyPaid)
        {
            if (credited.Currency == claim.Currency)
                Counts("credited", $"{credited} was credited since.", -Money.Min(credited, Money.Max(sum, zero)));
            else Undecided("credited", $"{credited} was credited in another currency.");
        }
        if (isUndecided) return Answer(TriageVerdict.Undecided, zero);
        if (sum > Claimed) trace.Add(new() { Rule = "claim", Says = $"No more than the {Claimed} claimed is at stake." });
        var valid = Money.Min(Money.Max(sum, zero), Claimed);
        return Answer(valid.IsZero ? TriageVerdict.Invalid
            : valid == Claimed ? TriageVerdict.Valid : TriageVerdict.PartlyValid, valid);
    }

    private TriageResult Answer(TriageVerdict verdict, Money valid) =>
        new() { Verdict = verdict, ProposedValid = valid, Trace = trace.ToEquatableArray() };

    private static bool HasOneUnit(TriageLine line) => line.Credited.Unit == line.Billed.Unit
        && (line.Delivered is not { } delivered || delivered.Unit == line.Billed.Unit)
        && (line.Returned is not { } returned || returned.Unit == line.Billed.Unit);
}
