using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

internal sealed partial class RandomBusiness
{
    public static readonly string[] DebtKinds =
    [
        "assign", "assign", "factor-fund", "factor-collect", "factor-pass-on", "factor-recall", "factor-pay", "factor-release", "factor-back",
        "insolvent", "insolvency-file", "insolvency-examine", "insolvency-give-up", "insolvency-set-off", "insolvency-dividend", "insolvency-dividend-back", "insolvency-end",
        "net", "net", "net-undo", "rebate", "rebate-count", "rebate-settle", "interest", "interest-waive", "compensate", "opening", "expect-loss", "own", "remind",
    ];

    /// <summary>The command of a step about debts that others buy, net, lose, rebate or charge interest on.</summary>
    public Command? Debt(ProcessStep step, CommandId id, int number)
    {
        var (on, items) = (Monday.PlusDays(number), All<OpenItem>(Streams.OpenItemKind));
        if (step.Kind.StartsWith("factor", StringComparison.Ordinal) || step.Kind == "assign") return Factor(step, id, number, on, items);
        if (step.Kind.StartsWith("insolv", StringComparison.Ordinal)) return Insolvency(step, id, number, on, items);
        var customer = new CustomerId($"C-{1 + (step.Which % 3)}");
        var currency = step.Which % 3 == 1 ? Currency.Usd : Currency.Eur;
        var debit = Nth(items.Where(i => i.IsDebit && i.IsOfAccount && (step.Extra == 0 || i.Open.IsPositive)), step.Which);
        var rebate = Nth(All<RebateAgreement>(Streams.RebateKind).Where(r => step.Extra == 0 || r.Status == RebateStatus.Active), step.Quantity);
        switch (step.Kind)
        {
            case "net":
                return Net(step, id, number, on, customer, currency);
            case "net-undo" when Nth(All<NettingAccount>(Streams.NettingKind).SelectMany(a => a.Nettings, (a, n) => new Netted(a, n))
                .Where(n => step.Extra == 0 || n.Netting.UndoneOn is null), step.Which) is { } netted:
                return new UndoNetting
                {
                    Id = id, By = Anna, Netting = netted.Netting.Id, LegalEntity = Id, Customer = netted.Account.Terms.Customer, Reason = "paid", On = on,
                };
            case "rebate":
                return new AgreeRebate
                {
                    Id = id, By = Anna, On = on, Terms = new()
                    {
                        Agreement = new($"RB-{number}"), LegalEntity = Id, Customer = customer, Currency = currency, From = Monday, To = on.PlusDays(step.Extra),
                        Expected = step.Quantity * 10, Tiers = [new() { From = 0, Rate = Percentage.Of(1) }, new() { From = 50, Rate = Percentage.Of(3.3m) }],
                    },
                };
            case "rebate-count" when rebate is not null
                && Expect.Success(business.Rebates.ToCountAsync(rebate.Id).AsTask().Result) is { IsEmpty: false } invoices:
                return new CountRebate { Id = id, By = Anna, Agreement = rebate.Id, Invoice = invoices[step.Which % invoices.Count], On = on };
            case "rebate-settle" when rebate is not null && (step.Extra == 0 || rebate.Terms.To <= on):
                return new SettleRebate { Id = id, By = Anna, Agreement = rebate.Id, DocumentNumber = $"RBCN-{number}", On = on };
            case "interest" when Nth(items.Where(i => i.IsDebit && (step.Extra == 0 || i.DueDate < on.PlusDays(40))), step.Which) is { } late:
                return new ChargeLateInterest { Id = id, By = Anna, Item = late.Id, Through = on.PlusDays(40), On = on.PlusDays(step.Extra) };
            case "interest-waive" when Nth(All<Collections.ItemInterest>(Streams.ItemInterestKind).Where(i => !i.Charges.IsEmpty), step.Which) is { } charged:
                return new WaiveLateInterest { Id = id, By = Anna, Item = charged.Item, Charge = charged.Charges[^1].Charge, Reason = "kind", On = on };
            case "compensate" when debit is not null:
                return new ChargeLateCompensation { Id = id, By = Anna, Item = debit.Id, On = on };
            case "opening":
                return Opening(step, id, number, on, customer, currency);
            case "expect-loss":
                return new AssessExpectedLoss { Id = id, By = Anna, Facts = new() { LegalEntity = Id, AsOf = on } };
            case "own" when Nth(items.Where(i => i.Kind == OpenItemKind.Payment && (step.Extra == 0 || !i.Open.IsZero)), step.Which) is { } payment:
                return new AssignUnappliedCash { Id = id, By = Anna, Payment = payment.Id, Owner = new("carla"), On = on };
            case "remind" when Nth(Expect.Success(business.Collections.PlanAsync(Id, [], on.PlusDays(step.Quantity * 5)).AsTask().Result).Letters, step.Which) is { } letter:
                return new ExecuteDunning { Id = id, By = Anna, Letter = letter };
            default:
                return null;
        }
    }

    private sealed record Netted(NettingAccount Account, PostedNetting Netting);

    private Command? Net(ProcessStep step, CommandId id, int number, LocalDate on, CustomerId customer, Currency currency)
    {
        if (!All<NettingAccount>(Streams.NettingKind).Exists(a => a.Terms.Customer == customer))
            return new AgreeNetting { Id = id, By = Anna, On = on, Terms = new() { LegalEntity = Id, Customer = customer, Reference = "V", From = Monday, DaysAhead = 60 } };
        EquatableArray<PayableItem> payables = [new() { Number = $"P-{step.Extra}", DueDate = on, Amount = Money.Of(step.Quantity * 2, currency) }];
        return business.Netting.ProposeAsync(Id, customer, payables, currency, on).AsTask().Result.TryGet(out var statement, out _)
            ? new PostNetting { Id = id, By = Anna, Netting = new($"N-{number}"), LegalEntity = Id, Customer = customer, Statement = statement, Payables = payables }
            : null;
    }

    private static ImportOpening Opening(ProcessStep step, CommandId id, int number, LocalDate on, CustomerId customer, Currency currency)
    {
        var amount = Money.Of(step.Extra == 0 ? -step.Quantity : step.Quantity * 1.37m, currency);
        return new()
        {
            Id = id, By = Anna, LegalEntity = Id, Date = on, Rows =
            [
                new()
                {
                    Line = 1, Opening = new()
                    {
                        Item = new($"OLD-{(step.Extra == 1 ? step.Quantity : number)}"), Customer = customer, DocumentNumber = $"OLD-{number}", DocumentDate = on.PlusDays(-step.Quantity),
                        DueDate = on, Amount = amount, Functional = currency == Currency.Eur ? null : Money.Of(amount.Amount, Currency.Eur),
                    },
                },
            ],
        };
    }

    private Command? Factor(ProcessStep step, CommandId id, int number, LocalDate on, List<OpenItem> items)
    {
        var assignments = All<FactoringAssignment>(Streams.FactoringKind).Where(a => step.Extra == 0 || !a.IsFinished).ToArray();
        var held = assignments.SelectMany(a => a.Lines.Where(l => step.Extra == 0 || l.IsWithFactor), (a, l) => new Held(a, l)).ToArray();
        if (step.Kind == "assign")
            return Nth(items.Where(i => i.Kind == OpenItemKind.Invoice && i.Open.IsPositive && (step.Extra == 0 || All<FactoringAssignment>(Streams.FactoringKind)
                .TrueForAll(a => a.Line(i.Id) is not { IsWithFactor: true }))), step.Which) is not { } item ? null : new AssignReceivables
            {
                Id = id, By = Anna, Items = [item.Id], Facts = new()
                {
                    Assignment = new($"F-{number}"), LegalEntity = Id, Customer = item.Customer, Currency = item.Amount.Currency, On = on, Terms = new()
                    {
                        Contract = "NordFaktor", HasRecourse = true, AdvanceRate = Percentage.Of(80), FeeRate = Percentage.Of(1), IsConfidential = step.Extra % 2 == 1,
                        Treatment = step.Quantity % 2 == 0 ? FactoringTreatment.TrueSale : FactoringTreatment.Borrowing,
                    },
                },
            };
        if (step.Kind == "factor-fund")
            return Nth(assignments.Where(a => step.Extra == 0 || a.FundedOn is null), step.Which) is not { } unpaid ? null
                : new FundAssignment { Id = id, By = Anna, Assignment = unpaid.Id, On = on };
        if (step.Kind == "factor-release")
            return Nth(assignments.Where(a => step.Extra == 0 || a.Releasable.IsPositive), step.Which) is not { } kept ? null
                : new ReleaseFactorReserve { Id = id, By = Anna, Assignment = kept.Id, Amount = kept.Releasable, On = on };
        if (step.Kind == "factor-pay")
            return Nth(assignments.Where(a => step.Extra == 0 || a.Balance.Document.IsNegative || a.Lines.Any(l => l.Collections.Any(c => !c.Payment.IsNone))), step.Which)
                is not { } owing ? null : new PayFactor
            {
                Id = id, By = Anna, Assignment = owing.Id, On = on,
                Amount = step.Extra == 0 ? Money.Of(step.Quantity, owing.Facts.Currency) : owing.Balance.Document.IsNegative && step.Extra > 2 ? -owing.Balance.Document
                    : Money.Sum(owing.Lines.SelectMany(l => l.Collections).Where(c => !c.Payment.IsNone).Select(c => c.Amount), owing.Facts.Currency) - owing.PaidToFactor,
            };
        if (step.Kind == "factor-recall")
            return Nth(assignments.SelectMany(a => a.Lines).SelectMany(l => l.Collections, (l, c) => new Passed(l, c)).Where(p => !p.Collection.Payment.IsNone), step.Which) is not { } passed
                ? null : new RecallFromFactor
                {
                    Id = id, By = Anna, Assignment = assignments.First(a => a.Lines.Contains(passed.Line)).Id, Item = passed.Line.Item,
                    Payment = passed.Collection.Payment, Application = passed.Collection.Application, On = on,
                };
        if (Nth(held, step.Which) is not { } one) return null;
        var (assignment, line) = (one.Assignment.Id, one.Line);
        var part = step.Extra == 2 ? Money.Min(line.Outstanding, Money.Of(step.Quantity, line.Amount.Currency)) : line.Outstanding;
        if (step.Kind == "factor-collect") return new CollectFactored { Id = id, By = Anna, Assignment = assignment, Item = line.Item, Amount = part, On = on };
        if (step.Kind == "factor-back")
            return new TakeBackFactored { Id = id, By = Anna, Assignment = assignment, Item = line.Item, Reason = (FactoringReturnReason)(step.Extra % 3), On = on };
        var payment = Nth(items.Where(i => i.Kind == OpenItemKind.Payment && (step.Extra == 0 || (i.Open.IsNegative && i.Amount.Currency == part.Currency
            && i.Customer == one.Assignment.Facts.Customer))), step.Quantity);
        return payment is null ? null : new PassOnToFactor
        {
            Id = id, By = Anna, Assignment = assignment, Item = line.Item, Payment = payment.Id, On = on,
            Amount = payment.Amount.Currency == part.Currency ? Money.Min(part, -payment.Open) : part,
        };
    }

    private sealed record Held(FactoringAssignment Assignment, FactoredLine Line);

    private sealed record Passed(FactoredLine Line, FactoredCollection Collection);

    private Command? Insolvency(ProcessStep step, CommandId id, int number, LocalDate on, List<OpenItem> items)
    {
        var cases = All<InsolvencyCase>(Streams.InsolvencyKind);
        var one = Nth(cases.Where(c => step.Extra == 0 || c.Status == InsolvencyStatus.Filed || (step.Kind != "insolvency-examine" && c.Status == InsolvencyStatus.Opened
            && step.Kind != "insolvency-dividend")), step.Which);
        var customer = new CustomerId($"C-{1 + (step.Which % 3)}");
        if (step.Kind == "insolvent")
            return step.Extra > 0 && (cases.Exists(c => c.Facts.Customer == customer && c.Status != InsolvencyStatus.Annulled)
                    || !items.Exists(i => i.Customer == customer && i.IsDebit && i.Open.IsPositive)) ? null : new OpenInsolvency
            {
                Id = id, By = Anna, Facts = new()
                {
                    Case = new($"INS-{number}"), LegalEntity = Id, Customer = customer, Currency = step.Which % 3 == 1 ? Currency.Usd : Currency.Eur, OpenedOn = on, CourtReference = $"{number} IN 25",
                },
            };
        if (one is null) return null;
        var line = Nth(one.Lines.Where(l => step.Extra == 0 || l.Standing.IsPositive), step.Quantity);
        var part = line is null ? default(InsolvencyPart) : new() { Item = line.Item, Amount = Money.Min(line.Standing, Money.Of(step.Quantity, line.Amount.Currency)) };
        var payment = step.Extra < 3 ? null : Nth(items.Where(i => i.Kind == OpenItemKind.Payment && i.Open.IsNegative && i.Customer == one.Facts.Customer
            && i.Amount.Currency == one.Facts.Currency), step.Quantity);
        return step.Kind switch
        {
            "insolvency-file" => new FileInsolvencyClaim { Id = id, By = Anna, Case = one.Id, Reference = "T", On = on, Interest = step.Extra == 3 && part is not null ? [part] : [],
                Known = new() { Secured = step.Extra == 4 && part is not null ? [part] : [] } },
            "insolvency-examine" => new ExamineInsolvencyClaim
            {
                Id = id, By = Anna, Case = one.Id, On = on, Admitted = [.. one.Lines.Where(l => l.Claimed.IsPositive).Select(l => new InsolvencyPart
                {
                    Item = l.Item, Amount = step.Extra == 2 ? l.Claimed.Times(Percentage.Of(50), Rounding.HalfAwayFromZero) : l.Claimed,
                })],
            },
            "insolvency-give-up" => new GiveUpInsolvencyClaim { Id = id, By = Anna, Case = one.Id, On = on },
            "insolvency-set-off" when part is not null => new SetOffInsolvency { Id = id, By = Anna, Case = one.Id, Parts = [part], DocumentNumber = $"A-{number}", On = on },
            "insolvency-dividend" => new BookInsolvencyDividend
            {
                Id = id, By = Anna, Case = one.Id, Number = $"D-{number}", On = on, Payment = payment?.Id ?? default,
                Amount = payment is null ? Money.Of(step.Quantity / 2m, one.Facts.Currency) : Money.Min(-payment.Open, Money.Of(step.Quantity, one.Facts.Currency)),
            },
            "insolvency-dividend-back" when Nth(cases.SelectMany(c => c.Dividends, (c, d) => (Case: c.Id, Dividend: d)).Where(d => step.Extra == 0 || d.Dividend.IsLive)
                .Select(d => Tuple.Create(d.Case, d.Dividend.Number)), step.Which) is { } booked =>
                new ReverseInsolvencyDividend { Id = id, By = Anna, Case = booked.Item1, Number = booked.Item2, Reason = "a mistake", On = on },
            "insolvency-end" => step.Extra % 2 == 0
                ? new CloseInsolvency { Id = id, By = Anna, Case = one.Id, On = on }
                : new AnnulInsolvency { Id = id, By = Anna, Case = one.Id, Reason = "a mistake", On = on },
            _ => null,
        };
    }

    private EquatableArray<DomainError> DebtErrors(Command command) => command switch
    {
        AssignReceivables c => business.Factoring.AssignAsync(c).AsTask().Result.Errors,
        FundAssignment c => business.Factoring.FundAsync(c).AsTask().Result.Errors,
        CollectFactored c => business.Factoring.CollectAsync(c).AsTask().Result.Errors,
        PassOnToFactor c => business.Factoring.PassOnAsync(c).AsTask().Result.Errors,
        RecallFromFactor c => business.Factoring.RecallAsync(c).AsTask().Result.Errors,
        PayFactor c => business.Factoring.PayAsync(c).AsTask().Result.Errors,
        ReleaseFactorReserve c => business.Factoring.ReleaseAsync(c).AsTask().Result.Errors,
        TakeBackFactored c => business.Factoring.TakeBackAsync(c).AsTask().Result.Errors,
        OpenInsolvency c => business.Insolvencies.OpenAsync(c).AsTask().Result.Errors,
        FileInsolvencyClaim c => business.Insolvencies.FileAsync(c).AsTask().Result.Errors,
        ExamineInsolvencyClaim c => business.Insolvencies.ExamineAsync(c).AsTask().Result.Errors,
        GiveUpInsolvencyClaim c => business.Insolvencies.GiveUpAsync(c).AsTask().Result.Errors,
        SetOffInsolvency c => business.Insolvencies.SetOffAsync(c).AsTask().Result.Errors,
        BookInsolvencyDividend c => business.Insolvencies.BookDividendAsync(c).AsTask().Result.Errors,
        ReverseInsolvencyDividend c => business.Insolvencies.ReverseDividendAsync(c).AsTask().Result.Errors,
        CloseInsolvency c => business.Insolvencies.CloseAsync(c).AsTask().Result.Errors,
        AnnulInsolvency c => business.Insolvencies.AnnulAsync(c).AsTask().Result.Errors,
        AgreeNetting c => business.Netting.AgreeAsync(c).AsTask().Result.Errors,
        PostNetting c => business.Netting.PostAsync(c).AsTask().Result.Errors,
        UndoNetting c => business.Netting.UndoAsync(c).AsTask().Result.Errors,
        AgreeRebate c => business.Rebates.AgreeAsync(c).AsTask().Result.Errors,
        CountRebate c => business.Rebates.CountAsync(c).AsTask().Result.Errors,
        SettleRebate c => business.Rebates.SettleAsync(c).AsTask().Result.Errors,
        ChargeLateInterest c => business.Interest.ChargeAsync(c).AsTask().Result.Errors,
        WaiveLateInterest c => business.Interest.WaiveAsync(c).AsTask().Result.Errors,
        ChargeLateCompensation c => business.Interest.CompensateAsync(c).AsTask().Result.Errors,
        ImportOpening c => business.Opening.ImportAsync(c).AsTask().Result.Errors,
        AssessExpectedLoss c => business.Closing.AssessAsync(c).AsTask().Result.Errors,
        AssignUnappliedCash c => business.UnappliedCash.AssignAsync(c).AsTask().Result.Errors,
        ExecuteDunning c => business.Collections.ExecuteAsync(c).AsTask().Result.Errors,
        _ => AgreementErrors(command),
    };
}
