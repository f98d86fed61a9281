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
            if (item.Kind != OpenItemKind.Invoice || !item.Open.IsPositive || item.LegalEntity != facts.LegalEntity
                || item.Customer != facts.Customer
                || item.Amount.Currency != facts.Currency)
                findings.Add(FactoringErrors.NotAssignable.At($"items[{i}]",
                    ("item", item.Id), ("kind", item.Kind), ("open", item.Open)));
            if (assigned.Contains(item.Id) || items.FindIndex(other => other.Id == item.Id) < i)
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
