namespace OrderToCash.Receivables;

public sealed partial record RebateAgreement
{
    /// <summary>Agrees on a rebate. Finds all <c>rebate.bad-terms</c> at once.</summary>
    /// <param name="terms">What is agreed.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="on">The day of the agreement.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<RebateAgreement, RebateEvent>> Agree(
        RebateTerms terms, LedgerPolicy policy, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = terms.Check();
        if (findings.Count > 0) return Result.Failure<Decision<RebateAgreement, RebateEvent>>(findings);
        var agreed = new RebateAgreed
        {
            Agreement = terms.Agreement, On = on, By = by, At = at, Terms = terms, FunctionalCurrency = policy.FunctionalCurrency,
        };
        return Decision.Born<RebateAgreement, RebateEvent>(From(agreed), agreed);
    }

    /// <summary>
    /// Counts an invoice, or counts it anew with what a credit note left of it; the accrual follows, rounded on the cumulated
    /// amount, so that the order of documents does not matter. Nothing happens when it was counted so. Refuses
    /// <c>rebate.settled</c>, <c>outside-period</c>, <c>bad-document</c>, and what the ledger refuses.
    /// </summary>
    /// <param name="document">What is left of the invoice.</param>
    /// <param name="entry">The id of the entry.</param>
    /// <param name="on">The business date: of the invoice, or of the credit note.</param>
    /// <param name="rate">The booking rate; null in the functional currency.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<RebateStep> Count(RebateDocument document, JournalEntryId entry, LocalDate on, ExchangeRate? rate,
        LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(policy);
        if (Documents.Contains(document)) return Nothing();
        if (Status == RebateStatus.Settled) return Refuse(AlreadySettled());
        if (document.On < Terms.From || document.On > Terms.To)
            return Refuse(RebateErrors.OutsidePeriod.At("document.on",
                ("document", document.Document), ("date", document.On), ("from", Terms.From), ("to", Terms.To)));
        if (Wrong(document) is { } what)
            return Refuse(RebateErrors.BadDocument.At("document", ("document", document.Document), ("what", what)));
        var before = Documents.FirstOrDefault(d => d.Document == document.Document);
        var measured = Measured + Measure(document) - (before is null ? 0 : Measure(before));
        return Accrue(Terms.Accrued(measured), entry, on, rate, policy, by, at, change => new RebateAccrued
        {
            Agreement = Id, On = on, By = by, At = at, Document = document, Change = change,
        });
    }

    /// <summary>
    /// Changes what the period is expected to come to; the accrual catches up. Nothing happens when that was expected. Refuses
    /// <c>rebate.settled</c>, <c>bad-terms</c> below zero, and what the ledger refuses.
    /// </summary>
    public Result<RebateStep> Reforecast(decimal expected, JournalEntryId entry, LocalDate on, ExchangeRate? rate,
        LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (Status == RebateStatus.Settled) return Refuse(AlreadySettled());
        if (expected == Terms.Expected) return Nothing();
        var terms = Terms with { Expected = expected };
        return terms.Check() is { Count: > 0 } wrong
            ? Result.Failure<RebateStep>(wrong)
            : Accrue(terms.Accrued(Measured), entry, on, rate, policy, by, at, change => new RebateExpected
            {
                Agreement = Id, On = on, By = by, At = at, Expected = expected, Change = change,
            });
    }

    /// <summary>
    /// Credits what was earned, with the tax pro rata of what was counted per rate; what was accrued too much or too little is
    /// corrected before. Nothing happens when that was done. Refuses <c>rebate.period-runs</c>, and what the ledger refuses.
    /// </summary>
    public Result<RebateStep> Settle(RebateSettlementFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        if (Status == RebateStatus.Settled) return Nothing();
        if (facts.On < Terms.To) return Refuse(RebateErrors.PeriodRuns.At("on", ("agreement", Id), ("to", Terms.To)));
        var earned = Earned;
        var (change, corrected) = Change(earned, facts.CorrectionEntry, facts.On, facts.Rate, policy, by, at);
        if (corrected is { IsSuccess: false }) return Result.Failure<RebateStep>(corrected.Errors);
        var shares = Shares(earned, facts.On);
        var postings = new List<LedgerDecision>();
        if (corrected is not null) postings.Add(corrected.Value);
        if (!earned.IsZero)
        {
            var note = Ledger.IssueCreditNote(Note(facts, shares, Liability.Plus(change), policy), policy, by, at);
            if (!note.IsSuccess) return Result.Failure<RebateStep>(note.Errors);
            postings.Add(note.Value);
        }
        return Happened(new RebateSettled
        {
            Agreement = Id, On = facts.On, By = by, At = at, Change = change, Amount = earned, Shares = shares,
            FunctionalShares = Booked(shares, facts, policy), DocumentNumber = facts.DocumentNumber,
            Item = earned.IsZero ? default : facts.Item,
        }, postings);
    }

    private decimal Measure(RebateDocument document) =>
        Terms.Measure == RebateMeasure.Volume ? document.Quantity : document.Net(Terms.Currency).Amount;

    private string? Wrong(RebateDocument document)
    {
        if (document.Document.IsNone) return "it has no id";
        if (document.Quantity < 0) return "its quantity is below zero";
        if (document.Shares.Any(s => s.Base.Currency != Terms.Currency || s.Tax.Currency != Terms.Currency))
            return "it is in another currency";
        return document.Shares.Any(s => s.Base.IsNegative) ? "a base is below zero" : null;
    }

    // Net of what was earned, by the turnover per category and rate; the tax in the proportion of what was invoiced.
    private EquatableArray<TaxShare> Shares(Money earned, LocalDate on)
    {
        var groups = Documents.SelectMany(d => d.Shares).GroupBy(s => (s.Category, s.Rate))
            .OrderBy(g => g.Key.Category.Value, StringComparer.Ordinal).ThenBy(g => g.Key.Rate)
            .Select(g => (g.Key.Category, g.Key.Rate, Base: Money.Sum(g.Select(s => s.Base), Terms.Currency),
                Tax: Money.Sum(g.Select(s => s.Tax), Terms.Currency)))
            .Where(g => g.Base.IsPositive).ToArray();
        if (earned.IsZero || groups.Length == 0) return [];
        var parts = earned.Allocate(groups.Select(g => g.Base.MinorUnits).ToArray());
        return groups.Select((g, i) => new TaxShare
        {
            Category = g.Category, Rate = g.Rate, Base = parts[i], Tax = g.Tax.Part(parts[i], g.Base), TaxPoint = on,
        }).ToEquatableArray();
    }

    private static Money Booked(Money amount, RebateSettlementFacts facts, LedgerPolicy policy) =>
        amount.Currency == policy.FunctionalCurrency || facts.Rate is null ? amount
            : amount.Convert(facts.Rate, Rounding.HalfAwayFromZero);

    // Each cumulated and converted, so that the taxes add up to what is posted.
    private EquatableArray<TaxShare> Booked(
        EquatableArray<TaxShare> shares, RebateSettlementFacts facts, LedgerPolicy policy)
    {
        var (booked, net, tax) = (new List<TaxShare>(), Money.Zero(Terms.Currency), Money.Zero(Terms.Currency));
        foreach (var share in shares)
        {
            var (before, beforeTax) = (Booked(net, facts, policy), Booked(tax, facts, policy));
            (net, tax) = (net + share.Base, tax + share.Tax);
            booked.Add(share with
            {
                Base = Booked(net, facts, policy) - before, Tax = Booked(tax, facts, policy) - beforeTax,
            });
        }
        return booked.ToEquatableArray();
    }

    private CreditNoteFacts Note(
        RebateSettlementFacts facts, EquatableArray<TaxShare> shares, RebateLiability liability, LedgerPolicy policy)
    {
        var tax = Money.Sum(shares.Select(s => s.Tax), Terms.Currency);
        var value = Booked(tax, facts, policy);
        var postings = new List<Posting>
        {
            new() { Account = AccountRole.RefundLiability, Amount = liability.Document, Functional = liability.Functional },
        };
        if (!tax.IsZero) postings.Add(new() { Account = AccountRole.OutputTax, Amount = tax, Functional = value });
        return new()
        {
            Entry = facts.Entry, Item = facts.Item, LegalEntity = Terms.LegalEntity, Customer = Terms.Customer,
            DocumentNumber = facts.DocumentNumber, DocumentDate = facts.On, Postings = postings.ToEquatableArray(),
            TaxShares = shares, Rate = facts.Rate,
        };
    }

    // What rises is worth the rate of the day, what falls goes at what it carries.
    private (RebateLiability Change, Result<LedgerDecision>? Posted) Change(Money target, JournalEntryId entry, LocalDate on,
        ExchangeRate? rate, LedgerPolicy policy, Actor by, Instant at)
    {
        var change = target - Liability.Document;
        var none = Money.Zero(Liability.Functional.Currency);
        if (change.IsZero) return (new() { Document = change, Functional = none }, null);
        var work = new LedgerWork([], entry, on, policy, by, at);
        var value = change.IsPositive ? work.Functional(change, rate, "rate")
            : Liability.Functional.Part(change, Liability.Document);
        work.Post(AccountRole.Rebates, change, value);
        work.Post(AccountRole.RefundLiability, -change, -value);
        return (new() { Document = change, Functional = value },
            work.Finish(Terms.LegalEntity, JournalEvents.RebateAccrued, Id.Value, customer: Terms.Customer));
    }

    private Result<RebateStep> Accrue(Money target, JournalEntryId entry, LocalDate on, ExchangeRate? rate,
        LedgerPolicy policy, Actor by, Instant at, Func<RebateLiability, RebateEvent> happened)
    {
        var (change, posted) = Change(target, entry, on, rate, policy, by, at);
        return posted is { IsSuccess: false }
            ? Result.Failure<RebateStep>(posted.Errors)
            : Happened(happened(change), posted is null ? [] : [posted.Value]);
    }

    private DomainError AlreadySettled() => RebateErrors.Settled.With(("agreement", Id), ("date", SettledOn));

    private static Result<RebateStep> Refuse(DomainError error) => Result.Failure<RebateStep>(error);

    private Result<RebateStep> Nothing() => Decision.Of<RebateAgreement, RebateEvent>(this, static (s, e) => s.Apply(e))
        .Map(d => new RebateStep { Decision = d });

    private Result<RebateStep> Happened(RebateEvent e, IReadOnlyList<LedgerDecision> postings) =>
        Decision.Of(this, static (s, next) => s.Apply(next), e)
            .Map(d => new RebateStep { Decision = d, Postings = postings.ToEquatableArray() });
}
