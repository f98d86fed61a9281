namespace OrderToCash.Invoicing;

public sealed partial record RevenueAccount
{
    /// <summary>
    /// What posting an invoice defers, with the days it becomes revenue; null when all of it is earned. Refused as
    /// <see cref="RevenuePostings.Of"/>, and with <see cref="RevenueErrors.BelowZero"/> for a line below zero: what it takes off
    /// is deferred by the lines that it takes off from.
    /// </summary>
    /// <param name="invoice">The posted invoice.</param>
    /// <param name="terms">When its lines become revenue.</param>
    /// <param name="by">Who posts.</param>
    /// <param name="at">When.</param>
    public static Result<RevenueDeferral> Begin(Invoice invoice, EquatableArray<RevenueTerm> terms, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return RevenuePostings.Of(invoice, terms).Bind(proposals =>
        {
            var deferred = proposals.Where(p => p.Step == RevenueStep.Deferred).ToArray();
            if (deferred.Any(p => p.Amount.IsNegative))
                return Result.Failure<RevenueDeferral>(deferred.Where(p => p.Amount.IsNegative).Select(p =>
                    RevenueErrors.BelowZero.At("terms", ("number", invoice.Number), ("line", p.Line), ("amount", p.Amount))));
            if (deferred.Length == 0) return Result.Success(new RevenueDeferral());
            var releases = proposals.Where(p => p.Step == RevenueStep.Released)
                .Select(p => new RevenueRelease { Line = p.Line, On = p.On, Planned = p.Amount }).ToList();
            foreach (var part in deferred)
                if (releases.All(r => r.Line != part.Line)) releases.Add(new() { Line = part.Line, Planned = part.Amount });
            var first = new RevenueDeferred
            {
                Invoice = invoice.Id, By = by, At = at,
                Releases = releases.OrderBy(r => r.Line).ThenBy(r => r.On ?? LocalDate.MaxIsoValue).ToEquatableArray(),
            };
            return Decision.Born<RevenueAccount, RevenueEvent>(From(first), first).Map(decision => new RevenueDeferral
            {
                Decision = decision,
                Lines = deferred.Select(p => new DeferredLine { Line = p.Line, Amount = p.Amount }).ToEquatableArray(),
            });
        });
    }

    /// <summary>
    /// Records the day of a performance that had none. The same day again is a decision without events. Refused with
    /// <see cref="RevenueErrors.NothingWaits"/>.
    /// </summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<RevenueAccount, RevenueEvent>> Perform(int line, LocalDate on, Actor by, Instant at)
    {
        if (Releases.Any(r => r.Line == line && r.On is null))
            return Decide(new RevenuePerformed { Invoice = Invoice, Line = line, On = on, By = by, At = at });
        return Releases.Any(r => r.Line == line && r.On == on)
            ? Decide()
            : Result.Failure<Decision<RevenueAccount, RevenueEvent>>(
                RevenueErrors.NothingWaits.At("line", ("invoice", Invoice), ("line", line)));
    }

    /// <summary>
    /// Recognises what is due by a day, in order; nothing due is a decision without events. Where credit notes took a part of the
    /// deferral back, what is left of it is spread over what waits, in proportion; the last takes the rest.
    /// </summary>
    /// <param name="through">The day, inclusive.</param>
    /// <param name="open">What is still deferred of each line, by the ledger.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<RevenueAccount, RevenueEvent>> Recognise(
        LocalDate through, EquatableArray<DeferredLine> open, Actor by, Instant at)
    {
        var events = new List<RevenueEvent>();
        foreach (var line in open)
        {
            var waiting = Releases.Index().Where(r => r.Item.Line == line.Line && r.Item.IsWaiting).ToArray();
            var (left, planned) = (line.Amount, Money.Sum(waiting.Select(w => w.Item.Planned), line.Amount.Currency));
            foreach (var (position, release) in waiting)
            {
                if (release.On is not { } day || day > through) break;
                var part = planned == left ? release.Planned : PartOf(left, release.Planned, planned);
                events.Add(new RevenueReleased
                {
                    Invoice = Invoice, Position = position, On = day, Amount = part, By = by, At = at,
                });
                (left, planned) = (left - part, planned - release.Planned);
            }
        }
        return Decide([.. events]);
    }

    private static Money PartOf(Money left, Money part, Money whole) => whole.IsZero
        ? left
        : Money.FromMinorUnits((long)LargestRemainder.Round(
            (System.Numerics.BigInteger)left.MinorUnits * part.MinorUnits, whole.MinorUnits), left.Currency);

    private Result<Decision<RevenueAccount, RevenueEvent>> Decide(params ReadOnlySpan<RevenueEvent> events) =>
        Decision.Of(this, (state, happened) => state.Apply(happened), events);
}
