using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// An agreement on rebates over a period: each invoice is counted and its share of what is expected to be earned accrued; at the
/// end what was earned is credited.
/// </summary>
public sealed partial record RebateAgreement
{
    /// <summary>Its id.</summary>
    public required RebateAgreementId Id { get; init; }

    /// <summary>What was agreed, with what is expected now.</summary>
    public required RebateTerms Terms { get; init; }

    /// <summary>Where it stands.</summary>
    public RebateStatus Status { get; init; }

    /// <summary>The invoices that were counted, by id.</summary>
    public EquatableArray<RebateDocument> Documents { get; init; }

    /// <summary>What stands on <c>liability.refund</c>; zero once settled.</summary>
    public required RebateLiability Liability { get; init; }

    /// <summary>The day of the credit note; null before.</summary>
    public LocalDate? SettledOn { get; init; }

    /// <summary>What was credited, without tax; null before.</summary>
    public Money? Credited { get; init; }

    /// <summary>The tax that was corrected.</summary>
    public EquatableArray<TaxShare> CreditedShares { get; init; }

    /// <summary>What was counted: turnover or quantity.</summary>
    [JsonIgnore]
    public decimal Measured => Terms.Measure == RebateMeasure.Volume
        ? Documents.Sum(d => d.Quantity) : Documents.Sum(d => d.Net(Terms.Currency).Amount);

    /// <summary>What was earned so far, by the tiers reached, rounded once.</summary>
    [JsonIgnore]
    public Money Earned => Money.Rounded(Terms.Earned(Measured), Terms.Currency, Rounding.HalfAwayFromZero);

    /// <summary>The agreement that this first event makes.</summary>
    public static RebateAgreement From(RebateAgreed first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new()
        {
            Id = first.Agreement, Terms = first.Terms,
            Liability = new() { Document = Money.Zero(first.Terms.Currency), Functional = Money.Zero(first.FunctionalCurrency) },
        };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another one, is the first one, or is unknown.</exception>
    public RebateAgreement Apply(RebateEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Agreement != Id) throw new ArgumentException($"The event is about {e.Agreement}, not about {Id}.", nameof(e));
        return e switch
        {
            RebateAccrued accrued => this with
            {
                Documents = [.. Documents.Where(d => d.Document != accrued.Document.Document).Append(accrued.Document)
                    .OrderBy(d => d.Document)],
                Liability = Liability.Plus(accrued.Change),
            },
            RebateExpected expected => this with
            {
                Terms = Terms with { Expected = expected.Expected }, Liability = Liability.Plus(expected.Change),
            },
            RebateSettled settled => this with
            {
                Status = RebateStatus.Settled, SettledOn = settled.On, Credited = settled.Amount, CreditedShares = settled.Shares,
                Liability = new()
                {
                    Document = Money.Zero(Liability.Document.Currency), Functional = Money.Zero(Liability.Functional.Currency),
                },
            },
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored one, as <see cref="RebateErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone || Id != Terms.Agreement) Broken("id", "it has no id, or another one than its terms");
        foreach (var wrong in Terms.Check()) Broken("terms." + wrong.Target, wrong.Message);
        if (Documents.DistinctBy(d => d.Document).Count() != Documents.Count) Broken("documents", "an invoice is counted twice");
        if (Status == RebateStatus.Settled == SettledOn is null || SettledOn is null != Credited is null)
            Broken("settledOn", "what is settled has a day and an amount, nothing else has");
        if (Status == RebateStatus.Active && Liability.Document != Terms.Accrued(Measured))
            Broken("liability", "it is not what was to be accrued");
        if (Status == RebateStatus.Settled && (Credited != Earned || !Liability.Document.IsZero || !Liability.Functional.IsZero))
            Broken("credited", "it is not what was earned, or something is left of the liability");
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(RebateErrors.StateBroken.At(target, ("agreement", Id), ("what", what)));
    }
}
