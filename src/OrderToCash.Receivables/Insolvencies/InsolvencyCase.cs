using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// The insolvency of a debtor: what is claimed, admitted, set off, given up and distributed, until proceedings end or are
/// annulled. The case is about what was owed before the opening; what the estate orders later is ordinary business.
/// </summary>
public sealed partial record InsolvencyCase
{
    /// <summary>Its id.</summary>
    public required InsolvencyId Id { get; init; }

    /// <summary>What the court says.</summary>
    public required InsolvencyFacts Facts { get; init; }

    /// <summary>Where it stands.</summary>
    public required InsolvencyStatus Status { get; init; }

    /// <summary>The items of the claim, by id.</summary>
    public EquatableArray<InsolvencyClaimLine> Lines { get; init; }

    /// <summary>Credits of the debtor that were open before the opening.</summary>
    public EquatableArray<InsolvencyPart> Credits { get; init; }

    /// <summary>Payments the administrator may ask back.</summary>
    public EquatableArray<InsolvencyPayment> Payments { get; init; }

    /// <summary>The day the claim was filed last; null before.</summary>
    public LocalDate? FiledOn { get; init; }

    /// <summary>The number of the filing; empty before.</summary>
    public string Reference { get; init => field = value ?? ""; } = "";

    /// <summary>The distributions.</summary>
    public EquatableArray<InsolvencyDividend> Dividends { get; init; }

    /// <summary>The day proceedings ended or were annulled; null before.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>Why they were annulled; empty else.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>True where the claim was filed after the last day for it: courts examine it apart, at our cost.</summary>
    [JsonIgnore]
    public bool IsLate => FiledOn > Facts.FileBy;

    /// <summary>
    /// The first day without dunning and interest; null once proceedings were annulled. Interest from then on is subordinated.
    /// </summary>
    [JsonIgnore]
    public LocalDate? StopsFrom => Status == InsolvencyStatus.Annulled ? null : Facts.OpenedOn;

    /// <summary>What is claimed for distributions.</summary>
    [JsonIgnore]
    public Money Claimed => Sum(l => l.Claimed);

    /// <summary>What was admitted.</summary>
    [JsonIgnore]
    public Money Admitted => Sum(l => l.Admitted);

    /// <summary>What dividends brought.</summary>
    [JsonIgnore]
    public Money Paid => Sum(l => l.Paid);

    /// <summary>What is given up and did not come back.</summary>
    [JsonIgnore]
    public Money Lost => Sum(l => l.GivenUp - l.Recovered);

    /// <summary>What came of each hundred that was admitted; null while nothing is.</summary>
    [JsonIgnore]
    public Percentage? Quota => Admitted is { IsPositive: true } admitted
        ? Percentage.Of(decimal.Round(Paid.Amount * 100 / admitted.Amount, 4)) : null;

    /// <summary>The line of an item; null when the claim has none.</summary>
    public InsolvencyClaimLine? Line(OpenItemId item)
    {
        foreach (var line in Lines)
            if (line.Item == item) return line;
        return null;
    }

    /// <summary>The case that this first event makes.</summary>
    public static InsolvencyCase From(InsolvencyOpened first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new()
        {
            Id = first.Case, Facts = first.Facts, Status = InsolvencyStatus.Opened, Lines = first.Claim.Lines,
            Credits = first.Claim.Credits, Payments = first.Claim.Payments,
        };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another case, is the first one, or is unknown.</exception>
    public InsolvencyCase Apply(InsolvencyEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Case != Id) throw new ArgumentException($"The event is about {e.Case}, not about {Id}.", nameof(e));
        return e switch
        {
            InsolvencyClaimFiled filed => this with
            {
                Status = InsolvencyStatus.Filed, FiledOn = filed.On, Reference = filed.Reference,
                Lines = filed.Claim.Lines.Select(Merged).ToEquatableArray(), Credits = filed.Claim.Credits,
                Payments = filed.Claim.Payments,
            },
            InsolvencyClaimExamined examined => With(examined.Admitted, (l, amount) => l with { Admitted = amount }),
            InsolvencySetOff setOff => With(setOff.Parts, (l, amount) => Lowered(l with { SetOff = l.SetOff + amount })),
            InsolvencyGivenUp given => With(given.Parts, GiveUp),
            InsolvencySecurityRealised realised => With([new() { Item = realised.Item, Amount = realised.Proceeds }],
                (l, proceeds) => l with
                {
                    Secured = Money.Zero(proceeds.Currency), FromSecurity = proceeds, IsSecurityRealised = true,
                }),
            InsolvencyDividendReceived received => Received(received.Dividend),
            InsolvencyDividendReversed reversed => Reversed(reversed),
            InsolvencyClosed closed => With(closed.GivenUp, GiveUp) with
            {
                Status = InsolvencyStatus.Closed, ClosedOn = closed.On,
            },
            InsolvencyAnnulled annulled => With(annulled.Reinstated, (l, amount) => GiveUp(l, -amount)) with
            {
                Status = InsolvencyStatus.Annulled, ClosedOn = annulled.On, Reason = annulled.Reason,
            },
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored case, as <see cref="InsolvencyErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone || Id != Facts.Case) Broken("id", "it has no id, or another one than its facts");
        if (Status == InsolvencyStatus.Filed && FiledOn is null) Broken("filedOn", "it is filed on no day");
        if (ClosedOn is not null != Status is InsolvencyStatus.Closed or InsolvencyStatus.Annulled)
            Broken("closedOn", "what has ended has a day of its end, nothing else has");
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].Amount.Currency != Facts.Currency) Broken($"lines[{i}]", "it is in another currency");
            else if (!Lines[i].IsSound) Broken($"lines[{i}]", $"the amounts of {Lines[i].Item} contradict each other");
            if (i > 0 && Lines[i].Item.CompareTo(Lines[i - 1].Item) <= 0) Broken($"lines[{i}]", "the items are not in order");
        }
        if (findings.Count == 0 && Paid != Money.Sum(Dividends.Where(d => d.IsLive).Select(d => d.Amount), Facts.Currency))
            Broken("dividends", "the items got other amounts than the dividends brought");
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(InsolvencyErrors.StateBroken.At(target, ("case", Id), ("what", what)));
    }

    private Money Sum(Func<InsolvencyClaimLine, Money> of) => Money.Sum(Lines.Select(of), Facts.Currency);

    private InsolvencyCase With(
        EquatableArray<InsolvencyPart> parts, Func<InsolvencyClaimLine, Money, InsolvencyClaimLine> change)
    {
        var lines = Lines.ToArray();
        foreach (var part in parts)
        {
            var index = Array.FindIndex(lines, l => l.Item == part.Item);
            lines[index] = change(lines[index], part.Amount);
        }
        return this with { Lines = [.. lines] };
    }

    private InsolvencyCase Received(InsolvencyDividend dividend) =>
        Paying(dividend, (paid, part) => paid + part) with { Dividends = Dividends.Add(dividend) };

    private InsolvencyCase Reversed(InsolvencyDividendReversed e)
    {
        var index = Dividends.FindIndex(d => d.Number == e.Number && d.IsLive);
        if (index < 0) throw new ArgumentException($"Case {Id} has no dividend {e.Number} to take back.", nameof(e));
        var dividend = Dividends[index];
        return Paying(dividend, (paid, part) => paid - part)
            .With(e.GivenUp, GiveUp).With(e.Reinstated, (l, amount) => GiveUp(l, -amount)) with
        {
            Dividends = Dividends.SetItem(index, dividend with { ReversedOn = e.On, ReversalReason = e.Reason }),
        };
    }

    private InsolvencyCase Paying(InsolvencyDividend dividend, Func<Money, Money, Money> with)
    {
        var lines = Lines.ToArray();
        foreach (var part in dividend.Parts)
        {
            var index = Array.FindIndex(lines, l => l.Item == part.Item);
            lines[index] = lines[index] with
            {
                Settled = with(lines[index].Settled, part.Settles), Recovered = with(lines[index].Recovered, part.Recovers),
            };
        }
        return this with { Lines = [.. lines] };
    }

    // What was decided about an item stays when it is filed again.
    private InsolvencyClaimLine Merged(InsolvencyClaimLine filed) => Line(filed.Item) is not { IsUsed: true } known ? filed
        : filed with
        {
            Secured = known.IsSecurityRealised ? known.Secured : filed.Secured, IsSecurityRealised = known.IsSecurityRealised,
            FromSecurity = known.FromSecurity, SetOff = known.SetOff, Admitted = known.Admitted, Settled = known.Settled,
            Recovered = known.Recovered, GivenUp = known.GivenUp,
        };

    private static InsolvencyClaimLine GiveUp(InsolvencyClaimLine line, Money amount) =>
        line with { GivenUp = line.GivenUp + amount };

    private static InsolvencyClaimLine Lowered(InsolvencyClaimLine line) =>
        line with { Admitted = Money.Min(line.Admitted, line.Claimed) };
}
