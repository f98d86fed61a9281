using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// The revenue of a line spread over the period it is for, by days or by months. Amounts are cumulated and rounded once, so that
/// portions add up exactly; a change spreads what is left and never touches what was revenue before it.
/// </summary>
public sealed record DeferralSchedule
{
    /// <summary>The parts, in time; all but the last are cut by a change.</summary>
    public required EquatableArray<DeferralPart> Parts { get; init; }

    /// <summary>The first day.</summary>
    [JsonIgnore]
    public LocalDate From => Parts[0].From;

    /// <summary>The last day, inclusive.</summary>
    [JsonIgnore]
    public LocalDate Until => Parts[^1].LastDay;

    /// <summary>All that becomes revenue.</summary>
    [JsonIgnore]
    public Money Total => Through(Until);

    /// <summary>Spreads an amount. Refused with <see cref="RevenueErrors.PeriodInvalid"/>.</summary>
    /// <param name="amount">What is spread, without tax; may be below zero.</param>
    /// <param name="from">The first day of the service.</param>
    /// <param name="until">The last day, inclusive.</param>
    /// <param name="method">By days or by months.</param>
    public static Result<DeferralSchedule> Of(Money amount, LocalDate from, LocalDate until, DeferralMethod method) =>
        until < from
        ? Result.Failure<DeferralSchedule>(RevenueErrors.PeriodInvalid.At("until", ("from", from), ("until", until)))
        : Result.Success(new DeferralSchedule
        {
            Parts = [new() { From = from, Until = until, Amount = amount, Method = method }],
        });

    /// <summary>What is revenue through a day, inclusive.</summary>
    public Money Through(LocalDate day)
    {
        var sum = Parts[0].Through(day);
        for (var i = 1; i < Parts.Count; i++) sum += Parts[i].Through(day);
        return sum;
    }

    /// <summary>What is not revenue yet after a day.</summary>
    public Money DeferredAfter(LocalDate day) => Total - Through(day);

    /// <summary>The portions, one per calendar month, months without an amount included; they add up to the total.</summary>
    public EquatableArray<DeferralPortion> Portions()
    {
        var portions = new List<DeferralPortion>();
        var (before, day) = (Money.Zero(Parts[0].Amount.Currency), From);
        while (day <= Until)
        {
            var end = DateAdjusters.EndOfMonth(day);
            var until = end < Until ? end : Until;
            var through = Through(until);
            portions.Add(new() { From = day, Until = until, Amount = through - before });
            (before, day) = (through, end.PlusDays(1));
        }
        return [.. portions];
    }

    /// <summary>
    /// Goes on differently from a day: to another last day, with another total. What was revenue before that day stays; the
    /// rest of the new total is spread over what remains. Refused with <see cref="RevenueErrors.ChangeInvalid"/>.
    /// </summary>
    /// <param name="effective">The first day that changes, in the current part.</param>
    /// <param name="until">The new last day, not before the first that changes.</param>
    /// <param name="total">The new total: less after a credit, more after an extension; null keeps it.</param>
    public Result<DeferralSchedule> Change(LocalDate effective, LocalDate until, Money? total = null)
    {
        var last = Parts[^1];
        if (effective < last.From || effective > last.LastDay || until < effective
            || total is { } other && other.Currency != last.Amount.Currency)
            return Result.Failure<DeferralSchedule>(RevenueErrors.ChangeInvalid.At("effective", ("from", last.From),
                ("until", last.LastDay), ("change", $"{Iso(effective)} to {Iso(until)}{(total is { } t ? $", {t}" : "")}")));
        var left = (total ?? Total) - Through(effective.PlusDays(-1));
        var next = new DeferralPart { From = effective, Until = until, Amount = left, Method = last.Method };
        var index = Parts.Count - 1;
        return Result.Success(new DeferralSchedule
        {
            Parts = effective == last.From
                ? Parts.SetItem(index, next)
                : Parts.SetItem(index, last with { CutOn = effective }).Add(next),
        });
    }

    /// <summary>
    /// Ends on a day: what is left becomes revenue on it. To give the rest back instead, change the total to what is revenue
    /// by then. Refused with <see cref="RevenueErrors.ChangeInvalid"/>.
    /// </summary>
    /// <param name="on">The last day of the service.</param>
    public Result<DeferralSchedule> End(LocalDate on) => Change(on, on);

    /// <summary>What contradicts itself in a stored schedule: <see cref="RevenueErrors.StateMismatch"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        if (Parts.IsEmpty) return [RevenueErrors.StateMismatch.At("parts", ("part", "it has no part"))];
        var findings = new List<DomainError>();
        for (var i = 0; i < Parts.Count; i++)
        {
            var part = Parts[i];
            if (part.Until < part.From) Mismatch(i, "a part ends before it begins");
            if (part.Amount.Currency != Parts[0].Amount.Currency) Mismatch(i, "currencies differ");
            LocalDate? cut = i + 1 < Parts.Count ? Parts[i + 1].From : null;
            if (part.CutOn != cut || cut <= part.From || cut > part.Until) Mismatch(i, "a part is not cut where the next begins");
        }
        return [.. findings];

        void Mismatch(int index, string part) => findings.Add(RevenueErrors.StateMismatch.At($"parts[{index}]", ("part", part)));
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
