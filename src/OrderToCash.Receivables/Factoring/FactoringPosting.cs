namespace OrderToCash.Receivables;

public sealed partial record FactoringAssignment
{
    // What the factor would owe if all that is still with him were sold to him: the same for both treatments.
    private Money Standing => Facts.Terms.Treatment == FactoringTreatment.TrueSale
        ? Balance.Document : Balance.Document + Sum(l => l.Outstanding);

    // What he owes beyond the reserves of what he has not collected; below zero what we owe him.
    private Money Net => Standing - Sum(l => l.IsWithFactor ? l.Reserve : Money.Zero(Facts.Currency));

    /// <summary>
    /// What we may pay the factor: what we owe on balance, or all that was passed on, whose reserves he releases afterwards.
    /// </summary>
    private Money Payable
    {
        get
        {
            var none = Money.Zero(Facts.Currency);
            var passedOn = Sum(l => l.ReturnedOn is not null ? none
                : Money.Sum(l.Collections.Where(c => !c.Payment.IsNone).Select(c => c.Amount), Facts.Currency));
            return Money.Max(Money.Max(-Net, passedOn - PaidToFactor), none);
        }
    }

    // As the ledger takes an item whose pledge this decision minds itself.
    private static OpenItem Unmarked(OpenItem item) => item with { Pledge = null };

    private static LedgerDecision Pledge(
        FactoringFacts facts, EquatableArray<OpenItem> items, JournalEntryId entry, Actor by, Instant at) => new()
    {
        Entries = [],
        Items = items.Select(item => Marked(item, [], new OpenItemPledged
        {
            Item = item.Id, Entry = entry, By = by, At = at, Pledge = new()
            {
                Assignment = facts.Assignment, IsConfidential = facts.Terms.IsConfidential, Outstanding = item.Open,
            },
        })).ToEquatableArray(),
    };

    private static LedgerDecision Freed(OpenItem item, JournalEntryId entry, Actor by, Instant at) => new()
    {
        Entries = [],
        Items = [Marked(item, [], new OpenItemReleased { Item = item.Id, Entry = entry, By = by, At = at })],
    };

    // What the ledger did to the item, and what is left of the pledge: less what came in, or more again where it is taken back.
    private LedgerDecision Pledged(LedgerDecision posted, OpenItem item, Money came, ItemApplicationId application,
        JournalEntryId entry, Actor by, Instant at)
    {
        var line = Line(item.Id)!;
        var known = item.Pledge?.Applications
            ?? line.Collections.Where(c => !c.Application.IsNone).Select(c => c.Application).Distinct().ToEquatableArray();
        var pledge = new ItemPledge
        {
            Assignment = Id, IsConfidential = Facts.Terms.IsConfidential, Outstanding = line.Outstanding - came,
            Applications = came.IsPositive ? known.Add(application) : known.Where(a => a != application).ToEquatableArray(),
        };
        var marked = new OpenItemPledged { Item = item.Id, Entry = entry, By = by, At = at, Pledge = pledge };
        return posted with
        {
            Items = posted.Items.Select(d => d.State.Id == item.Id ? Marked(d.State, d.Events, marked) : d).ToEquatableArray(),
        };
    }

    private static Decision<OpenItem, OpenItemEvent> Marked(
        OpenItem item, EquatableArray<OpenItemEvent> before, OpenItemEvent e) =>
        new() { State = item.Apply(e), Events = before.Add(e) };

    private static ItemApplicationId ApplicationOf(FactoringId assignment, OpenItemId item)
    {
        var text = $"{assignment}>{item}";
        return new(text.Length <= 128 ? text : "#" + ContentHash.OfUtf8(System.Text.Encoding.UTF8.GetBytes(text)).Value);
    }

    // Money the factor got for an item that is in the books.
    private Result<LedgerDecision> Settle(OpenItem item, JournalEntryId entry, Money amount, FactorMoneyFacts facts,
        LedgerPolicy policy, Actor by, Instant at)
    {
        var payment = new OpenItemId(entry.Value);
        return Ledger.ReceiveAndApply([item], new()
        {
            Entry = entry, Item = payment, LegalEntity = item.LegalEntity, Customer = item.Customer, DocumentNumber = Id.Value,
            Date = facts.On, Cash = amount, Rate = facts.Rate, CashAccount = Facts.Terms.Account,
        }, [new() { Id = new(entry.Value), Credit = payment, Debit = item.Id, Amount = amount }], policy, by, at);
    }

    private Result<FactoringStep> Cash(JournalEntryId entry, LocalDate on, Money amount, ExchangeRate? rate, string label,
        LedgerPolicy policy, Actor by, Instant at, Func<FactorBalance, FactoringEvent> happened,
        params ReadOnlySpan<(AccountRole Role, Money Amount)> sides)
    {
        var work = new LedgerWork([], entry, on, policy, by, at);
        work.SettleFactor(Facts.Terms.Account, Balance, amount, rate, sides);
        return Posted(work.Finish(Facts.LegalEntity, label, Id.Value, customer: Facts.Customer), policy, happened);
    }

    private Result<FactoringStep> Posted(
        Result<LedgerDecision>? posted, LedgerPolicy policy, Func<FactorBalance, FactoringEvent> happened) =>
        posted is { IsSuccess: false } ? Result.Failure<FactoringStep>(posted.Errors)
        : Happened(posted is null ? [] : [posted.Value], policy, happened);

    private Result<FactoringStep> Happened(
        IReadOnlyList<LedgerDecision> postings, LedgerPolicy policy, Func<FactorBalance, FactoringEvent> happened)
    {
        var movement = Moved(Facts, null, policy);
        foreach (var posting in postings) movement = movement.Plus(Moved(Facts, posting, policy));
        return Decision.Of(this, static (s, e) => s.Apply(e), happened(movement)).Map(d => new FactoringStep
        {
            Decision = d, Postings = postings.ToEquatableArray(),
        });
    }

    // What the entries of a decision say about the factor's account.
    private static FactorBalance Moved(FactoringFacts facts, LedgerDecision? posted, LedgerPolicy policy)
    {
        var (document, functional) = (Money.Zero(facts.Currency), Money.Zero(policy.FunctionalCurrency));
        foreach (var entry in posted?.Entries ?? [])
            foreach (var line in entry.Lines)
                if (line.Account == facts.Terms.Account)
                    (document, functional) = (document + line.SignedDocument, functional + line.SignedFunctional);
        return new() { Document = document, Functional = functional };
    }

    private static List<DomainError> CheckFacts(
        FactoringFacts facts, EquatableArray<OpenItem> items, EquatableArray<OpenItemId> assigned)
    {
        var (findings, terms) = (new List<DomainError>(), facts.Terms);
        if (facts.Assignment.IsNone) findings.Add(FactoringErrors.Incomplete.At("assignment", ("what", "its id")));
        if (items.IsEmpty) findings.Add(FactoringErrors.Incomplete.At("items", ("what", "which receivables")));
        if (string.IsNullOrWhiteSpace(terms.Contract))
            findings.Add(FactoringErrors.Incomplete.At("terms.contract", ("what", "the contract")));
        if (terms.AdvanceRate.Value is <= 0 or > 100) BadTerms("advanceRate", "the advance is not above 0 and up to 100 percent");
        if (terms.FeeRate.Value < 0 || terms.InterestRate.Value < 0) BadTerms("feeRate", "fee or interest is below zero");
        if (terms.RecourseDays < 0) BadTerms("recourseDays", "the days of recourse are below zero");
        if (terms.Treatment == FactoringTreatment.Borrowing && !terms.HasRecourse)
            BadTerms("treatment", "without recourse the risk is the factor's, and that is a sale");
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Check() is { IsEmpty: false } broken)
            {
                findings.AddRange(broken.Select(b => LedgerErrors.ItemQuarantined.At($"items[{i}]",
                    ("item", item.Id), ("finding", b.Message), ("code", b.Code))));
                continue;
            }
            if (item.Kind != OpenItemKind.Invoice || !item.Open.IsPositive || item.LegalEntity != facts.LegalEntity
                || item.Customer != facts.Customer
                || item.Amount.Currency != facts.Currency)
                findings.Add(FactoringErrors.NotAssignable.At($"items[{i}]",
                    ("item", item.Id), ("kind", item.Kind), ("open", item.Open)));
            if (item.Pledge is not null || assigned.Contains(item.Id) || items.FindIndex(other => other.Id == item.Id) < i)
                findings.Add(FactoringErrors.AlreadyAssigned.At($"items[{i}]", ("item", item.Id)));
        }
        return findings;

        void BadTerms(string target, string what) =>
            findings.Add(FactoringErrors.BadTerms.At("terms." + target, ("contract", terms.Contract), ("what", what)));
    }

    private List<DomainError> Outstanding(OpenItemId item, Money amount, LocalDate on, out FactoredLine? line)
    {
        var findings = Dated(on);
        line = Line(item);
        if (line is not { IsWithFactor: true })
            findings.Add(FactoringErrors.NotWithFactor.At("item", ("item", item), ("assignment", Id)));
        else if (Wrong(amount, "amount") is { } wrong) findings.Add(wrong);
        else if (amount > line.Outstanding) findings.Add(More("amount", amount, line.Outstanding));
        return findings;
    }

    private List<DomainError> Dated(LocalDate on) => on >= Facts.On ? []
        : [FactoringErrors.DateBeforeAssignment.At("on", ("date", on), ("assigned", Facts.On))];

    private DomainError? Wrong(Money amount, string target) => amount.Currency != Facts.Currency ? Other(target, amount)
        : amount.IsPositive ? null : FactoringErrors.AmountNotPositive.At(target, ("amount", amount));

    private DomainError Other(string target, Money amount) =>
        FactoringErrors.OtherCurrency.At(target, ("amount", amount), ("expected", Facts.Currency));

    private static DomainError More(string target, Money amount, Money left) =>
        FactoringErrors.MoreThanOutstanding.At(target, ("amount", amount), ("left", left));

    private static Result<FactoringStep> Refuse(DomainError error) => Result.Failure<FactoringStep>(error);
}
