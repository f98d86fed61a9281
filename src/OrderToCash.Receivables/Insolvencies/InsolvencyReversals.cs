namespace OrderToCash.Receivables;

public sealed partial record InsolvencyCase
{
    /// <summary>
    /// Takes a dividend back, whatever became of the case since: what it settled stands again, what it recovered is lost again.
    /// Once proceedings have ended what stands again is given up, once they were annulled what is lost again is owed. Nothing
    /// happens when that was done. Refuses <c>insolvency.dividend-unknown</c>, <c>incomplete</c> without a reason,
    /// <c>date-before-dividend</c>.
    /// </summary>
    /// <param name="number">The number of the dividend.</param>
    /// <param name="reason">Why.</param>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> ReverseDividend(
        string number, string reason, LocalDate on, Actor by, Instant at)
    {
        if (Dividends.FirstOrDefault(d => d.Number == number) is not { } dividend)
            return Refuse(InsolvencyErrors.DividendUnknown.At("number", ("case", Id), ("number", number)));
        if (!dividend.IsLive) return Nothing();
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(reason)) findings.Add(InsolvencyErrors.Incomplete.At("reason", ("what", "why")));
        if (on < dividend.On)
            findings.Add(InsolvencyErrors.DateBeforeDividend.At("on", ("date", on), ("number", number), ("on", dividend.On)));
        if (findings.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings);
        return Happened(new InsolvencyDividendReversed
        {
            Case = Id, On = on, By = by, At = at, Number = number, Reason = reason,
            GivenUp = Status == InsolvencyStatus.Closed ? Of(p => p.Settles) : [],
            Reinstated = Status == InsolvencyStatus.Annulled ? Of(p => p.Recovers) : [],
        });

        EquatableArray<InsolvencyPart> Of(Func<DividendPart, Money> amount) => dividend.Parts
            .Where(p => amount(p).IsPositive).Select(p => new InsolvencyPart { Item = p.Item, Amount = amount(p) })
            .ToEquatableArray();
    }
}
