using OrderToCash.Receivables;

namespace OrderToCash.Collections;

/// <summary>
/// The simple interest an item bore from the day after it was due through a day, line by line. A day belongs to what was owed
/// when
/// it began: the day of a payment still bears interest on what was paid. Disputed parts bear none; nothing bears interest on
/// interest unless the policy says so.
/// </summary>
public sealed record LateInterest
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The policy, by its code.</summary>
    public required string Policy { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>The lines, in the order of their days.</summary>
    public required EquatableArray<InterestLine> Lines { get; init; }

    /// <summary>The interest of all of them since the due date, whatever of it was charged before.</summary>
    public required Money Total { get; init; }

    /// <summary>The days that bore interest, by the convention of the policy.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Days => Lines.Sum(l => l.Days);

    /// <summary>
    /// The interest on an item. Refuses <c>interest.bears-none</c>, <c>interest.rate-missing</c>. Pure; O(applications + rates).
    /// </summary>
    /// <param name="item">The item owed, with its history.</param>
    /// <param name="pauses">What disputes keep out (<see cref="DisputeEffects.InterestPauses"/>).</param>
    /// <param name="policy">The rule for this debtor.</param>
    /// <param name="tables">The reference rates known.</param>
    /// <param name="through">The last day, inclusive.</param>
    public static Result<LateInterest> Of(OpenItem item, EquatableArray<InterestPause> pauses, LateInterestPolicy policy,
        EquatableArray<ReferenceRateTable> tables, LocalDate through)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(policy);
        if (!item.IsDebit || !policy.Bears(item.Kind))
            return Result.Failure<LateInterest>(InterestErrors.BearsNone.At("item",
                ("item", item.Id), ("kind", item.Kind), ("policy", policy.Code)));
        return OfSpans(item.Id, item.Amount.Currency, Spans(item, pauses, through), policy, tables, through, item.DueDate);
    }

    /// <summary>
    /// The interest on spans that somebody worked out. Refuses <c>interest.rate-missing</c>; without spans there is none.
    /// </summary>
    /// <param name="item">What they are about.</param>
    /// <param name="currency">The currency.</param>
    /// <param name="spans">In the order of their days, none overlapping, all after the due date.</param>
    /// <param name="policy">The rule for this debtor.</param>
    /// <param name="tables">The reference rates known.</param>
    /// <param name="through">The last day, inclusive.</param>
    /// <param name="dueDate">The last day to pay: default begins the day after.</param>
    public static Result<LateInterest> OfSpans(OpenItemId item, Currency currency, EquatableArray<InterestSpan> spans,
        LateInterestPolicy policy, EquatableArray<ReferenceRateTable> tables, LocalDate through, LocalDate dueDate)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var rates = new InterestRates(policy, tables, dueDate.PlusDays(1),
            spans.IsEmpty ? through : spans[^1].Until.PlusDays(-1));
        var (lines, sum, shown) = (new List<InterestLine>(), new ExactAmount(currency), Money.Zero(currency));
        foreach (var span in spans.SelectMany(rates.Cut))
        {
            if (!rates.On(span.From).TryGet(out var rate, out var errors)) return Result.Failure<LateInterest>(errors);
            // A day is the time from the end of the day before to its own end.
            var (start, end) = (span.From.PlusDays(-1), span.Until.PlusDays(-1));
            var days = policy.DayCount.Days(start, end);
            Money amount;
            if (policy.Rounding == InterestRounding.Daily)
            {
                var daily = new ExactAmount(currency);
                daily.Add(span.Amount, rate, policy.DayCount.YearFraction(start, start.PlusDays(1)));
                amount = Money.FromMinorUnits(checked(daily.Rounded().MinorUnits * days), currency);
            }
            else
            {
                sum.Add(span.Amount, rate, policy.DayCount.YearFraction(start, end));
                amount = sum.Rounded() - shown;
            }
            shown += amount;
            lines.Add(new()
            {
                From = span.From, Through = end, Days = days, Base = span.Amount, Rate = rate, Amount = amount,
            });
        }
        return Result.Success(new LateInterest
        {
            Item = item, Policy = policy.Code, Through = through, Lines = lines.ToEquatableArray(), Total = shown,
        });
    }

    /// <summary>
    /// What of an item bears interest on each day through a day: what was open when it began, less what is paused
    /// (<see cref="DisputeEffects.InterestSpans"/>).
    /// </summary>
    public static EquatableArray<InterestSpan> Spans(OpenItem item, EquatableArray<InterestPause> pauses, LocalDate through)
    {
        ArgumentNullException.ThrowIfNull(item);
        return DisputeEffects.InterestSpans(item, pauses, item.DueDate.PlusDays(1), through.PlusDays(1));
    }
}
