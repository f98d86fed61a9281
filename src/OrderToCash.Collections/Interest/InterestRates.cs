using OrderToCash.Receivables;

namespace OrderToCash.Collections;

/// <summary>The rates of a policy over the days of one item.</summary>
internal sealed class InterestRates
{
    private readonly LateInterestPolicy policy;
    private readonly ReferenceRateTable? table;
    private readonly LocalDate start;
    private readonly LocalDate end;

    internal InterestRates(
        LateInterestPolicy policy, EquatableArray<ReferenceRateTable> tables, LocalDate start, LocalDate end)
    {
        (this.policy, this.start, this.end) = (policy, start, end);
        foreach (var one in tables)
            if (one.Code == policy.Table) table = one;
    }

    /// <summary>The rate of a day; never below zero.</summary>
    internal Result<Percentage> On(LocalDate day)
    {
        if (policy.Table.Length == 0) return Result.Success(policy.Margin);
        var counts = policy.Selection switch
        {
            InterestRateSelection.FixedAtStart => start,
            InterestRateSelection.AtPayment => end,
            _ => day,
        };
        return table is null
            ? Result.Failure<Percentage>(InterestErrors.RateMissing.With(("table", policy.Table), ("date", counts)))
            : table.On(counts).Map(rate => Percentage.Of(Math.Max(0m, rate.Value + policy.Margin.Value)));
    }

    /// <summary>A span in the parts that have one rate each. What is past the table stays whole: it is refused then.</summary>
    internal IEnumerable<InterestSpan> Cut(InterestSpan span)
    {
        var from = span.From;
        if (policy.Table.Length > 0 && policy.Selection == InterestRateSelection.Floating && table is not null)
        {
            foreach (var rate in table.Rates)
                if (rate.From > from && rate.From < span.Until)
                {
                    yield return span with { From = from, Until = rate.From };
                    from = rate.From;
                }
            var past = table.ValidThrough.PlusDays(1);
            if (past > from && past < span.Until)
            {
                yield return span with { From = from, Until = past };
                from = past;
            }
        }
        yield return span with { From = from };
    }
}
