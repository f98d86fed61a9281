namespace OrderToCash.Receivables;

/// <summary>
/// What is claimed from the estate: what was open when the proceedings were opened, whatever was booked since. Payments that the
/// administrator may ask back, and the debtor's own credits, stand apart.
/// </summary>
public sealed record InsolvencyClaim
{
    /// <summary>The items, by id.</summary>
    public required EquatableArray<InsolvencyClaimLine> Lines { get; init; }

    /// <summary>Credits of the debtor open before the opening - payments on account, credit notes -, each above zero.</summary>
    public EquatableArray<InsolvencyPart> Credits { get; init; }

    /// <summary>Payments in the window of preferences, and those after the opening, by date.</summary>
    public EquatableArray<InsolvencyPayment> Payments { get; init; }

    /// <summary>Items that the estate owes itself: documents of the opening or later, and what it chose to take.</summary>
    public EquatableArray<OpenItemId> OfEstate { get; init; }

    /// <summary>What a component comes to, secured and disputed parts included.</summary>
    public Money Total(InsolvencyComponent component, Currency currency) =>
        Money.Sum(Lines.Where(l => l.Component == component).Select(l => l.Amount), currency);

    /// <summary>
    /// The claim of a case as of its opening: what was open at the end of the day before, and documents of the opening day itself
    /// are the estate's unless said otherwise. Refuses <c>insolvency.item-unknown</c> and <c>other-currency</c> for parts that
    /// fit no item of the claim.
    /// </summary>
    /// <param name="facts">The case.</param>
    /// <param name="items">The debtor's items, settled ones too; those of others and in other currencies do no harm.</param>
    /// <param name="known">What the items do not say.</param>
    /// <param name="policy">The window of preferences.</param>
    public static Result<InsolvencyClaim> Of(InsolvencyFacts facts, IEnumerable<OpenItem> items, InsolvencyClaimFacts known,
        InsolvencyPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(policy);
        return Read(facts, _ => null, items, known, policy);
    }

    /// <summary>
    /// The claim of a case that is filed again (Insolvenzordnung § 177). Items that were named as from before stay claimed unless
    /// the estate owes them now (<see cref="InsolvencyClaimFacts.OfEstate"/>), with no less than was claimed, whatever dividends,
    /// set-offs and payments brought since; what is open again is added to what the case settled or gave up. Refuses what
    /// <see cref="Of"/> refuses.
    /// </summary>
    /// <param name="one">The case, with its claim as it stands.</param>
    /// <param name="items">The debtor's items, settled ones too; those of others and in other currencies do no harm.</param>
    /// <param name="known">What the items do not say.</param>
    /// <param name="policy">The window of preferences.</param>
    public static Result<InsolvencyClaim> Again(InsolvencyCase one, IEnumerable<OpenItem> items, InsolvencyClaimFacts known,
        InsolvencyPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(policy);
        return Read(one.Facts, one.Line, items, known, policy);
    }

    private static Result<InsolvencyClaim> Read(InsolvencyFacts facts, Func<OpenItemId, InsolvencyClaimLine?> lineOf,
        IEnumerable<OpenItem> items, InsolvencyClaimFacts known, InsolvencyPolicy policy)
    {
        var (lines, credits, payments, estate) = (new List<InsolvencyClaimLine>(), new List<InsolvencyPart>(),
            new List<InsolvencyPayment>(), new List<OpenItemId>());
        var (eve, preference) = (facts.OpenedOn.PlusDays(-1), policy.PreferenceFrom(facts));
        foreach (var item in items.OrderBy(i => i.Id))
        {
            if (item.LegalEntity != facts.LegalEntity || item.Customer != facts.Customer
                || item.Amount.Currency != facts.Currency) continue;
            if (PaymentOf(item, facts, preference) is { } payment) payments.Add(payment);
            var (filed, onEve) = (lineOf(item.Id), item.OpenOn(eve));
            var stays = filed is { IsFromBefore: true } || (filed is not null && item.OpenedOn > eve);
            var isFromBefore = stays || known.FromBefore.Contains(item.Id);
            var open = isFromBefore ? FromBefore(item, onEve, filed, stays) : onEve;
            if (item.IsDebit && ComponentOf(item.Kind) is { } component)
            {
                var isOfEstate = known.OfEstate.Contains(item.Id) || (item.OpenedOn > eve && !isFromBefore);
                if (isOfEstate && !item.Open.IsZero) estate.Add(item.Id);
                if (!isOfEstate && !open.IsZero)
                    lines.Add(LineOf(item, component, open, known) with { IsFromBefore = isFromBefore && open != onEve });
            }
            else if (!item.IsDebit && item.IsOfAccount && !open.IsZero) credits.Add(new() { Item = item.Id, Amount = -open });
        }
        var findings = new List<DomainError>();
        CheckParts(known.Disputed, "disputed", facts, lines, findings);
        CheckParts(known.Secured, "secured", facts, lines, findings);
        return Result.Validated(new InsolvencyClaim
        {
            Lines = lines.ToEquatableArray(),
            Credits = credits.ToEquatableArray(),
            Payments = payments.OrderBy(p => p.On).ToEquatableArray(),
            OfEstate = estate.ToEquatableArray(),
        }, findings);
    }

    private static InsolvencyComponent? ComponentOf(OpenItemKind kind) => kind switch
    {
        OpenItemKind.Invoice or OpenItemKind.Deduction or OpenItemKind.Chargeback => InsolvencyComponent.Principal,
        OpenItemKind.Interest => InsolvencyComponent.Interest,
        OpenItemKind.Fee => InsolvencyComponent.Cost,
        _ => null,
    };

    // What is open now, or was on the eve, whichever is more; what the case took since does not lower it.
    private static Money FromBefore(OpenItem item, Money onEve, InsolvencyClaimLine? filed, bool stays)
    {
        var now = filed is null ? item.Open : item.Open + filed.SetOff + filed.Settled + filed.GivenUp;
        if (filed is not null && stays) now = Money.Max(now, filed.Amount);
        return now.Abs() > onEve.Abs() ? now : onEve;
    }

    private static InsolvencyPayment? PaymentOf(OpenItem item, InsolvencyFacts facts, LocalDate preference)
    {
        if (item.Kind != OpenItemKind.Payment || item.DocumentDate < preference) return null;
        if (item.Applications.Any(a => a is { IsLive: true, Kind: ApplicationKind.Return or ApplicationKind.Reversal }))
            return null;
        return new()
        {
            Item = item.Id, On = item.DocumentDate, Amount = item.Amount.Abs(),
            Phase = item.DocumentDate < facts.OpenedOn
                ? InsolvencyPaymentPhase.Preference : InsolvencyPaymentPhase.AfterOpening,
        };
    }

    private static InsolvencyClaimLine LineOf(
        OpenItem item, InsolvencyComponent component, Money open, InsolvencyClaimFacts known)
    {
        var none = Money.Zero(open.Currency);
        return new()
        {
            Item = item.Id, DocumentNumber = item.DocumentNumber, Component = component, DueDate = item.DueDate, Amount = open,
            Disputed = PartOf(known.Disputed, item.Id, open), Secured = PartOf(known.Secured, item.Id, open),
            FromSecurity = none, SetOff = none, Admitted = none, Settled = none, Recovered = none, GivenUp = none,
        };
    }

    private static Money PartOf(EquatableArray<InsolvencyPart> parts, OpenItemId item, Money open)
    {
        var sum = Money.Zero(open.Currency);
        foreach (var part in parts)
            if (part.Item == item && part.Amount.Currency == open.Currency && part.Amount.IsPositive) sum += part.Amount;
        return Money.Min(sum, open);
    }

    private static void CheckParts(EquatableArray<InsolvencyPart> parts, string target, InsolvencyFacts facts,
        List<InsolvencyClaimLine> lines, List<DomainError> findings)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!lines.Exists(l => l.Item == parts[i].Item))
                findings.Add(InsolvencyErrors.ItemUnknown.At($"{target}[{i}]",
                    ("item", parts[i].Item), ("case", facts.Case)));
            if (parts[i].Amount.Currency != facts.Currency)
                findings.Add(InsolvencyErrors.OtherCurrency.At($"{target}[{i}]",
                    ("amount", parts[i].Amount), ("expected", facts.Currency)));
            else if (!parts[i].Amount.IsPositive)
                findings.Add(InsolvencyErrors.AmountNotPositive.At($"{target}[{i}]", ("amount", parts[i].Amount)));
        }
    }
}
