namespace OrderToCash.Invoicing;

/// <summary>
/// What the books say of performance: revenue, contract liability, unbilled deliveries. Pure proposals, nothing is posted
/// here.
/// </summary>
public static class RevenuePostings
{
    /// <summary>
    /// What posting an invoice credits, and what releases it later. A line without a term is revenue at once. What was
    /// performed by the day of posting is earned; the rest is deferred and released by its day or month; a service that began
    /// before is caught up with the earned part. Earned and deferred together are the line nets, and all releases together
    /// are all that was deferred, except what waits for a performance that has no day. Refused with
    /// <see cref="RevenueErrors.LineUnknown"/>, <see cref="RevenueErrors.LineTwice"/>,
    /// <see cref="RevenueErrors.PeriodInvalid"/>.
    /// </summary>
    /// <param name="invoice">The posted invoice.</param>
    /// <param name="terms">When its lines become revenue.</param>
    public static Result<EquatableArray<RevenueProposal>> Of(Invoice invoice, EquatableArray<RevenueTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var findings = Findings(invoice, terms);
        if (findings.Count > 0) return Result.Failure<EquatableArray<RevenueProposal>>(findings);
        var byLine = terms.ToDictionary(t => t.Line);
        var proposals = new List<RevenueProposal>();
        for (var line = 1; line <= invoice.Lines.Count; line++)
            Add(invoice, line, byLine.GetValueOrDefault(line), proposals);
        return Result.Success(proposals.ToEquatableArray());
    }

    /// <summary>
    /// What releases a line whose performance came after posting: the whole net at that day. Refused with
    /// <see cref="RevenueErrors.LineUnknown"/>.
    /// </summary>
    /// <param name="invoice">The posted invoice.</param>
    /// <param name="line">The line, from 1, deferred when it was posted.</param>
    /// <param name="performedOn">The day.</param>
    public static Result<RevenueProposal> Release(Invoice invoice, int line, LocalDate performedOn)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return line < 1 || line > invoice.Lines.Count
            ? Result.Failure<RevenueProposal>(RevenueErrors.LineUnknown.At("line", ("number", invoice.Number), ("line", line)))
            : Result.Success(Proposal(invoice, line, performedOn, RevenueStep.Released, invoice.Lines[line - 1].Net));
    }

    /// <summary>
    /// Performed and unbilled at the end of a period: a contract asset per item, taken back on the next day. Items whose facts
    /// contradict themselves are left out, as billing leaves them out; a held item was performed all the same.
    /// </summary>
    /// <param name="items">The facts as they stood at the end of the period.</param>
    /// <param name="periodEnd">The last day of the period.</param>
    public static EquatableArray<RevenueProposal> Unbilled(IEnumerable<BillableItem> items, LocalDate periodEnd)
    {
        ArgumentNullException.ThrowIfNull(items);
        var released = items.Select(i => i with { HeldBecause = "" });
        var plan = BillingPlan.For(released, BillingPolicy.OnDelivery, periodEnd).Value;
        return plan.Invoices
            .SelectMany(i => i.Lines)
            .Where(l => !l.Line.Net.IsZero)
            .OrderBy(l => l.Item)
            .SelectMany(l => new[]
            {
                Accrual(l, periodEnd, RevenueStep.Accrued),
                Accrual(l, periodEnd.PlusDays(1), RevenueStep.AccrualReversed),
            })
            .ToEquatableArray();
    }

    private static void Add(Invoice invoice, int line, RevenueTerm? term, List<RevenueProposal> proposals)
    {
        var (net, day) = (invoice.Lines[line - 1].Net, invoice.DocumentDate);
        if (net.IsZero) return;
        switch (term?.Timing ?? RevenueTiming.Immediate)
        {
            case RevenueTiming.OnPerformance when term!.PerformedOn is not { } performed || performed > day:
                proposals.Add(Proposal(invoice, line, day, RevenueStep.Deferred, net));
                if (term.PerformedOn is { } later) proposals.Add(Proposal(invoice, line, later, RevenueStep.Released, net));
                return;
            case RevenueTiming.OverPeriod:
                AddPeriod(invoice, line, DeferralSchedule.Of(net, term!.From!.Value, term.Until!.Value, term.Method).Value,
                    proposals);
                return;
            default:
                proposals.Add(Proposal(invoice, line, day, RevenueStep.Earned, net));
                return;
        }
    }

    private static void AddPeriod(Invoice invoice, int line, DeferralSchedule schedule, List<RevenueProposal> proposals)
    {
        var day = invoice.DocumentDate;
        var earned = Money.Zero(invoice.Currency);
        foreach (var portion in schedule.Portions())
            if (portion.Until <= day) earned += portion.Amount;
        if (!earned.IsZero) proposals.Add(Proposal(invoice, line, day, RevenueStep.Earned, earned));
        var deferred = schedule.Total - earned;
        if (!deferred.IsZero) proposals.Add(Proposal(invoice, line, day, RevenueStep.Deferred, deferred));
        foreach (var portion in schedule.Portions())
            if (portion.Until > day && !portion.Amount.IsZero)
                proposals.Add(Proposal(invoice, line, portion.Until, RevenueStep.Released, portion.Amount));
    }

    private static List<DomainError> Findings(Invoice invoice, EquatableArray<RevenueTerm> terms)
    {
        var (findings, seen) = (new List<DomainError>(), new HashSet<int>());
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (term.Line < 1 || term.Line > invoice.Lines.Count)
                findings.Add(RevenueErrors.LineUnknown.At($"terms[{i}].line", ("number", invoice.Number), ("line", term.Line)));
            else if (!seen.Add(term.Line))
                findings.Add(RevenueErrors.LineTwice.At($"terms[{i}].line", ("line", term.Line)));
            if (term.Timing == RevenueTiming.OverPeriod
                && (term.From is not { } from || term.Until is not { } until || until < from))
                findings.Add(RevenueErrors.PeriodInvalid.At($"terms[{i}].from", ("from", term.From), ("until", term.Until)));
        }
        return findings;
    }

    private static RevenueProposal Proposal(Invoice invoice, int line, LocalDate on, RevenueStep step, Money amount) =>
        new() { Source = invoice.Number.Value, Line = line, On = on, Step = step, Amount = amount };

    private static RevenueProposal Accrual(PlannedLine line, LocalDate on, RevenueStep step) =>
        new() { Source = line.Item.Value, On = on, Step = step, Amount = line.Line.Net };
}
