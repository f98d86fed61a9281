namespace OrderToCash.Receivables;

public sealed partial record InsolvencyCase
{
    /// <summary>
    /// Opens a case. Finds all at once: <c>insolvency.incomplete</c> (id, file number), <c>dates-disagree</c>.
    /// </summary>
    /// <param name="facts">What the court says.</param>
    /// <param name="claim">What was open, see <see cref="InsolvencyClaim.Of"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<InsolvencyCase, InsolvencyEvent>> Open(
        InsolvencyFacts facts, InsolvencyClaim claim, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(claim);
        var findings = new List<DomainError>();
        if (facts.Case.IsNone) findings.Add(InsolvencyErrors.Incomplete.At("case", ("what", "its id")));
        if (string.IsNullOrWhiteSpace(facts.CourtReference))
            findings.Add(InsolvencyErrors.Incomplete.At("courtReference", ("what", "the court's file number")));
        if (facts.PetitionedOn > facts.OpenedOn) findings.Add(Disagree("petitionedOn", "The petition", facts.PetitionedOn));
        if (facts.FileBy < facts.OpenedOn) findings.Add(Disagree("fileBy", "The last day to file", facts.FileBy));
        if (findings.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings);
        var opened = new InsolvencyOpened
        {
            Case = facts.Case, On = facts.OpenedOn, By = by, At = at, Facts = facts, Claim = claim,
        };
        return Decision.Born<InsolvencyCase, InsolvencyEvent>(From(opened), opened);

        DomainError Disagree(string target, string what, LocalDate? date) =>
            InsolvencyErrors.DatesDisagree.At(target, ("what", what), ("date", date), ("opened", facts.OpenedOn));
    }

    /// <summary>
    /// Files the claim, or files it again with what came to light; what was decided about its items stays. Refuses
    /// <c>insolvency.wrong-status</c>, <c>incomplete</c>, <c>date-before-opening</c>, <c>nothing-to-claim</c>,
    /// <c>line-used</c> where a line would become less than what was decided about it. A late filing is taken, see
    /// <see cref="IsLate"/>.
    /// </summary>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> File(
        InsolvencyClaim claim, string reference, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (Status is not (InsolvencyStatus.Opened or InsolvencyStatus.Filed)) return Refuse(NotNow());
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(reference))
            findings.Add(InsolvencyErrors.Incomplete.At("reference", ("what", "the number of the filing")));
        CheckDate(on, findings);
        if (claim.Lines.IsEmpty) findings.Add(InsolvencyErrors.NothingToClaim.At("claim", ("case", Id)));
        foreach (var known in Lines)
        {
            if (!known.IsUsed) continue;
            var index = claim.Lines.FindIndex(l => l.Item == known.Item);
            if (index >= 0 && Merged(claim.Lines[index]).IsSound) continue;
            findings.Add(InsolvencyErrors.LineUsed.At("claim",
                ("item", known.Item), ("amount", index < 0 ? Money.Zero(Facts.Currency) : claim.Lines[index].Amount)));
        }
        if (findings.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings);
        return Happened(new InsolvencyClaimFiled
        {
            Case = Id, On = on, By = by, At = at, Claim = claim, Reference = reference,
        });
    }

    /// <summary>
    /// Records what was admitted of items, in all; the rest is contested. Later examinations may admit more, or less down to
    /// what was paid. Refuses <c>insolvency.wrong-status</c>, <c>incomplete</c>, <c>date-before-opening</c>,
    /// <c>item-unknown</c>, <c>other-currency</c>, <c>more-than-claimed</c>, <c>line-used</c>.
    /// </summary>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> Examine(
        EquatableArray<InsolvencyPart> admitted, LocalDate on, Actor by, Instant at)
    {
        if (Status != InsolvencyStatus.Filed) return Refuse(NotNow());
        var findings = new List<DomainError>();
        CheckDate(on, findings);
        CheckParts(admitted, "admitted", findings, mayBeZero: true, (line, amount, target) =>
            amount > line.Claimed ? More(line, amount, line.Claimed, target)
            : amount < line.Paid ? InsolvencyErrors.LineUsed.At(target, ("item", line.Item), ("amount", amount)) : null);
        if (findings.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings);
        return admitted.All(p => Line(p.Item)!.Admitted == p.Amount)
            ? Nothing()
            : Happened(new InsolvencyClaimExamined { Case = Id, On = on, By = by, At = at, Admitted = admitted });
    }

    /// <summary>
    /// Sets off what we owe against items; what was admitted falls with it. Refuses <c>insolvency.wrong-status</c>,
    /// <c>incomplete</c>, <c>date-before-opening</c>, <c>item-unknown</c>, <c>other-currency</c>, <c>amount-not-positive</c>,
    /// <c>more-than-claimed</c> (more than stands: what was given up is opened again first).
    /// </summary>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> SetOff(
        EquatableArray<InsolvencyPart> parts, LocalDate on, Actor by, Instant at)
    {
        if (Status is not (InsolvencyStatus.Opened or InsolvencyStatus.Filed)) return Refuse(NotNow());
        var findings = new List<DomainError>();
        CheckDate(on, findings);
        CheckParts(parts, "parts", findings, mayBeZero: false, (line, amount, target) =>
            amount > line.Standing ? More(line, amount, line.Standing, target) : null);
        return findings.Count > 0
            ? Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings)
            : Happened(new InsolvencySetOff { Case = Id, On = on, By = by, At = at, Parts = parts });
    }

    /// <summary>
    /// Gives up what the policy says is uncollectable on a day, of what is open in the books. Refuses
    /// <c>insolvency.wrong-status</c>, <c>date-before-opening</c>, and <c>not-yet</c> when nothing may be given up that day;
    /// nothing happens when all of it was.
    /// </summary>
    /// <param name="items">The items of the claim as they are now.</param>
    /// <param name="policy">The share, and from when on.</param>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> GiveUp(
        EquatableArray<OpenItem> items, InsolvencyPolicy policy, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (Status is not (InsolvencyStatus.Opened or InsolvencyStatus.Filed)) return Refuse(NotNow());
        var findings = new List<DomainError>();
        CheckDate(on, findings);
        if (findings.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings);
        var due = Lines.Where(l => policy.ReliefFrom(this, l) <= on).ToArray();
        if (due.Length == 0) return Refuse(InsolvencyErrors.NotYet.At("on", ("case", Id), ("date", on)));
        var parts = Parts(due, items, line => policy.UncollectableShare is not { } share ? line.Standing
            : Money.Min(line.Standing, line.Claimed.Times(share, Rounding.HalfAwayFromZero) - line.GivenUp));
        return parts.IsEmpty
            ? Nothing()
            : Happened(new InsolvencyGivenUp { Case = Id, On = on, By = by, At = at, Parts = parts });
    }

    /// <summary>
    /// Records what a security brought, nothing included; what it does not cover takes part in distributions (Insolvenzordnung
    /// § 52). Refuses <c>insolvency.wrong-status</c>, <c>date-before-opening</c>, <c>item-unknown</c>, <c>other-currency</c>,
    /// <c>amount-not-positive</c> below zero, <c>more-than-claimed</c> above what is secured.
    /// </summary>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> RealiseSecurity(
        OpenItemId item, Money proceeds, LocalDate on, Actor by, Instant at)
    {
        if (Status is not (InsolvencyStatus.Opened or InsolvencyStatus.Filed)) return Refuse(NotNow());
        var findings = new List<DomainError>();
        CheckDate(on, findings);
        CheckParts([new() { Item = item, Amount = proceeds }], "proceeds", findings, mayBeZero: true, (line, amount, target) =>
            amount > line.Secured || line.Secured.IsZero ? More(line, amount, line.Secured, target) : null);
        return findings.Count > 0
            ? Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings)
            : Happened(new InsolvencySecurityRealised { Case = Id, On = on, By = by, At = at, Item = item, Proceeds = proceeds });
    }

    /// <summary>
    /// Spreads a dividend over what was admitted and not paid, by largest remainder; each part settles first what still stands,
    /// the rest recovers what was given up. The same dividend again changes nothing. Refuses <c>insolvency.wrong-status</c>,
    /// <c>incomplete</c>, <c>date-before-opening</c>, <c>other-currency</c>, <c>amount-not-positive</c>,
    /// <c>dividend-differs</c>, <c>dividend-reversed</c>, <c>more-than-admitted</c>.
    /// </summary>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> Distribute(
        string number, Money amount, LocalDate on, Actor by, Instant at) => Distribute(number, amount, default, on, by, at);

    /// <summary>The same, with the payment it is in the books.</summary>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> Distribute(
        string number, Money amount, OpenItemId payment, LocalDate on, Actor by, Instant at)
    {
        if (Dividends.FirstOrDefault(d => d.Number == number) is { } before)
            return before.ReversedOn is { } reversed
                ? Refuse(InsolvencyErrors.DividendReversed.At("number", ("number", number), ("date", reversed)))
                : before.Amount == amount && before.On == on ? Nothing()
                : Refuse(InsolvencyErrors.DividendDiffers.At("number",
                    ("number", number), ("amount", before.Amount), ("date", before.On)));
        if (Status is not (InsolvencyStatus.Filed or InsolvencyStatus.Closed)) return Refuse(NotNow());
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(number))
            findings.Add(InsolvencyErrors.Incomplete.At("number", ("what", "the number of the dividend")));
        CheckDate(on, findings);
        var left = Admitted - Paid;
        if (amount.Currency != Facts.Currency) findings.Add(Other("amount", amount));
        else if (!amount.IsPositive) findings.Add(InsolvencyErrors.AmountNotPositive.At("amount", ("amount", amount)));
        else if (amount > left)
            findings.Add(InsolvencyErrors.MoreThanAdmitted.At("amount", ("amount", amount), ("left", left)));
        if (findings.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings);
        var shares = amount.Allocate(Lines.Select(l => (l.Admitted - l.Paid).MinorUnits).ToArray());
        var parts = new List<DividendPart>();
        for (var i = 0; i < Lines.Count; i++)
        {
            if (shares[i].IsZero) continue;
            var settles = Money.Min(shares[i], Lines[i].Standing);
            parts.Add(new() { Item = Lines[i].Item, Settles = settles, Recovers = shares[i] - settles });
        }
        return Happened(new InsolvencyDividendReceived
        {
            Case = Id, On = on, By = by, At = at,
            Dividend = new()
            {
                Number = number, On = on, Amount = amount, Payment = payment, Parts = parts.ToEquatableArray(),
            },
        });
    }

    /// <summary>
    /// Ends the case: what still stands is given up. Nothing happens when that was done. Refuses
    /// <c>insolvency.wrong-status</c>, <c>date-before-opening</c>, <c>security-outstanding</c>.
    /// </summary>
    /// <param name="items">The items of the claim as they are now.</param>
    /// <param name="on">The day proceedings ended.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> Close(
        EquatableArray<OpenItem> items, LocalDate on, Actor by, Instant at)
    {
        if (Status == InsolvencyStatus.Closed) return Nothing();
        if (Status == InsolvencyStatus.Annulled) return Refuse(NotNow());
        var findings = new List<DomainError>();
        CheckDate(on, findings);
        for (var i = 0; i < Lines.Count; i++)
            if (!Lines[i].Secured.IsZero)
                findings.Add(InsolvencyErrors.SecurityOutstanding.At($"lines[{i}]",
                    ("secured", Lines[i].Secured), ("item", Lines[i].Item)));
        return findings.Count > 0
            ? Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings)
            : Happened(new InsolvencyClosed
            {
                Case = Id, On = on, By = by, At = at, GivenUp = Parts(Lines, items, line => line.Standing),
            });
    }

    /// <summary>
    /// Annuls the case: what was given up is owed again, less what dividends brought on it; set-offs and dividends are payments
    /// and stay. Nothing happens when that was done. Refuses <c>insolvency.wrong-status</c> once proceedings have ended,
    /// <c>incomplete</c> without a reason, <c>date-before-opening</c>.
    /// </summary>
    public Result<Decision<InsolvencyCase, InsolvencyEvent>> Annul(string reason, LocalDate on, Actor by, Instant at)
    {
        if (Status == InsolvencyStatus.Annulled) return Nothing();
        if (Status == InsolvencyStatus.Closed) return Refuse(NotNow());
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(reason)) findings.Add(InsolvencyErrors.Incomplete.At("reason", ("what", "why")));
        CheckDate(on, findings);
        if (findings.Count > 0) return Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(findings);
        var parts = Lines.Where(l => l.GivenUp > l.Recovered)
            .Select(l => new InsolvencyPart { Item = l.Item, Amount = l.GivenUp - l.Recovered });
        return Happened(new InsolvencyAnnulled
        {
            Case = Id, On = on, By = by, At = at, Reinstated = parts.ToEquatableArray(), Reason = reason,
        });
    }

    // Of each line so much as may go, at most what is open in the books.
    private static EquatableArray<InsolvencyPart> Parts(IEnumerable<InsolvencyClaimLine> lines,
        EquatableArray<OpenItem> items, Func<InsolvencyClaimLine, Money> of)
    {
        var parts = new List<InsolvencyPart>();
        foreach (var line in lines)
        {
            var item = items.FirstOrDefault(i => i.Id == line.Item);
            if (item is null) continue;
            // What is secured stays open until the security is realised.
            var amount = Money.Min(of(line), item.Open - line.Secured);
            if (amount.IsPositive) parts.Add(new() { Item = line.Item, Amount = amount });
        }
        return parts.ToEquatableArray();
    }

    private void CheckDate(LocalDate on, List<DomainError> findings)
    {
        if (on < Facts.OpenedOn)
            findings.Add(InsolvencyErrors.DateBeforeOpening.At("on", ("date", on), ("opened", Facts.OpenedOn)));
    }

    private void CheckParts(EquatableArray<InsolvencyPart> parts, string target, List<DomainError> findings, bool mayBeZero,
        Func<InsolvencyClaimLine, Money, string, DomainError?> check)
    {
        if (parts.IsEmpty || parts.DistinctBy(p => p.Item).Count() != parts.Count)
            findings.Add(InsolvencyErrors.Incomplete.At(target, ("what", "which items, each once")));
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, at) = (parts[i], $"{target}[{i}]");
            if (Line(part.Item) is not { } line)
                findings.Add(InsolvencyErrors.ItemUnknown.At(at, ("item", part.Item), ("case", Id)));
            else if (part.Amount.Currency != Facts.Currency) findings.Add(Other(at, part.Amount));
            else if (part.Amount.IsNegative || (part.Amount.IsZero && !mayBeZero))
                findings.Add(InsolvencyErrors.AmountNotPositive.At(at, ("amount", part.Amount)));
            else if (check(line, part.Amount, at) is { } wrong) findings.Add(wrong);
        }
    }

    private static DomainError More(InsolvencyClaimLine line, Money amount, Money left, string target) =>
        InsolvencyErrors.MoreThanClaimed.At(target, ("amount", amount), ("left", left), ("item", line.Item));

    private DomainError Other(string target, Money amount) =>
        InsolvencyErrors.OtherCurrency.At(target, ("amount", amount), ("expected", Facts.Currency));

    private DomainError NotNow() => InsolvencyErrors.WrongStatus.With(("case", Id), ("status", Status));

    private static Result<Decision<InsolvencyCase, InsolvencyEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<InsolvencyCase, InsolvencyEvent>>(error);

    private Result<Decision<InsolvencyCase, InsolvencyEvent>> Nothing() =>
        Decision.Of<InsolvencyCase, InsolvencyEvent>(this, (s, e) => s.Apply(e));

    private Result<Decision<InsolvencyCase, InsolvencyEvent>> Happened(InsolvencyEvent e) =>
        Decision.Of<InsolvencyCase, InsolvencyEvent>(this, (s, next) => s.Apply(next), e);
}
