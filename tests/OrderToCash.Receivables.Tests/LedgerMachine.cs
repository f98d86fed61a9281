using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

/// <summary>What a random command does.</summary>
public enum Verb
{
    Invoice, InvoiceDraft, InvoiceOnCash, FinalInvoice, Receive, ReceiveForeign, ReceiveDeposit, Credit, CreditWhole, Apply, ApplyDiscount, ApplyShort,
    ApplyTwo, PayWhole, Unapply, Return, ReverseEntry, Refund, WriteOff, BadDebt, Reinstate, Recover, Deduct, ChargeBack, ReverseChargeback, Fee, Interest,
    Waive, SetOff, Opening, BankCharge, Allowance, Revalue, Unrevalue, Recognise, Accrue, ContractAsset, Lock, LockException, HardLock, Transfer,
    CreditDeposit, ReleaseDeposit, ChargeBackPayment, Dispute, Investigate, DecideDispute, SettleDispute, WithdrawDispute, ReopenDispute, Promise,
}

/// <summary>A command by numbers: what they pick depends on the books, so that shrinking keeps a sequence meaningful.</summary>
public sealed record Step(Verb Verb, int First, int Second, int Amount, int Days);

/// <summary>Sequences of random commands, the policy of the books in their first number.</summary>
public sealed class Sequences
{
    private static readonly Gen<Step> OneStep =
        from verb in Gen.Frequency((12, Gen.Elements(Enum.GetValues<Verb>())), (4, Gen.Elements(Verb.Invoice, Verb.InvoiceDraft, Verb.Apply, Verb.Receive)),
            (2, Gen.Elements(Verb.Unapply, Verb.PayWhole, Verb.ReverseEntry, Verb.Revalue)),
            (3, Gen.Elements(Verb.Dispute, Verb.DecideDispute, Verb.SettleDispute, Verb.Promise)))
        from first in Gen.Choose(0, 1000)
        from second in Gen.Choose(0, 1000)
        from amount in Gen.Frequency((4, Gen.Choose(1, 300)), (2, Gen.Choose(1, 100_000)), (1, Gen.Choose(-5, 0)))
        from days in Gen.Frequency((4, Gen.Choose(0, 3)), (3, Gen.Choose(-6, 0)), (1, Gen.Choose(0, 40)))
        select new Step(verb, first, second, amount, days);

    public static Arbitrary<Step[]> Steps() => Arb.From(
        from size in Gen.Choose(5, 60) from steps in Gen.ArrayOf(OneStep, size) select steps, Shrink);

    internal static IEnumerable<Step[]> Shrink(Step[] steps)
    {
        for (var take = steps.Length / 2; take >= 1; take /= 2)
            for (var at = 0; at + take <= steps.Length; at += take)
                yield return [.. steps[..at], .. steps[(at + take)..]];
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Amount > 1) yield return [.. steps[..i], steps[i] with { Amount = steps[i].Amount / 2 }, .. steps[(i + 1)..]];
            if (steps[i].Days != 0) yield return [.. steps[..i], steps[i] with { Days = steps[i].Days / 2 }, .. steps[(i + 1)..]];
        }
    }
}

/// <summary>The same with few currencies' worth of cents and many valuations, accruals, pieces and reversals of them.</summary>
public sealed class ForeignSequences
{
    private static readonly Verb[] Verbs =
    [
        Verb.Invoice, Verb.Receive, Verb.Receive, Verb.ReceiveDeposit, Verb.InvoiceDraft, Verb.Credit, Verb.Apply, Verb.Apply, Verb.PayWhole, Verb.Unapply,
        Verb.Unapply, Verb.ReverseEntry, Verb.Return, Verb.Refund, Verb.Deduct, Verb.BadDebt, Verb.Reinstate, Verb.CreditWhole, Verb.ContractAsset,
        Verb.Transfer, Verb.Revalue, Verb.Revalue, Verb.Unrevalue, Verb.Accrue, Verb.Accrue, Verb.FinalInvoice, Verb.InvoiceOnCash,
    ];

    private static readonly Gen<Step> OneStep =
        from verb in Gen.Elements(Verbs)
        from first in Gen.Frequency((1, Gen.Choose(0, 40).Select(n => (n * 4) + 1)), (1, Gen.Choose(0, 1000)))
        from second in Gen.Choose(0, 1000)
        from amount in Gen.Choose(1, 60)
        from days in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(-2, 2)))
        select new Step(verb, first, second, amount, days);

    public static Arbitrary<Step[]> Steps() => Arb.From(
        from size in Gen.Choose(4, 40)
        from policy in Gen.Elements(0, 1, 4, 5)
        from steps in Gen.ArrayOf(OneStep, size)
        select (Step[])[steps[0] with { Second = (steps[0].Second & ~7) | policy }, .. steps[1..]], Sequences.Shrink);
}

/// <summary>Books that random commands are given to.</summary>
internal sealed class LedgerMachine
{
    private readonly List<string> applications = [];
    private int number;

    internal LedgerMachine(int policy)
    {
        Books = new(PolicyOf(policy));
        Disputes = new(Books);
    }

    private static LedgerPolicy PolicyOf(int policy) => new()
    {
        FunctionalCurrency = Currency.Eur,
        SmallDifference = Money.Of(0.50m, Currency.Eur),
        BadDebt = (policy & 1) == 0 ? BadDebtMethod.Direct : BadDebtMethod.Allowance,
        TaxRelief = (policy & 2) == 0,
        Revaluation = (policy & 4) == 0 ? RevaluationMethod.UntilSettled : RevaluationMethod.Reversing,
        DiscountMethod = (policy & 24) == 0 ? DiscountMethod.Net : DiscountMethod.Gross,
    };

    internal static readonly Currency[] Currencies = [Currency.Eur, Currency.Usd, Currency.Jpy, Currency.Of("KWD")];

    internal Books Books { get; }
    internal LedgerMachineDisputes Disputes { get; }
    internal LocalDate Today { get; private set; } = Books.Day;

    internal Result<LedgerDecision> Do(Step step)
    {
        var on = Today.PlusDays(step.Days);
        if (step.Days is > 0 and <= 3) Today = on;
        number++;
        return step.Verb switch
        {
            Verb.Invoice => Invoice(step, on),
            Verb.InvoiceDraft => Draft(step, on, []),
            Verb.InvoiceOnCash => Draft(step with { Second = step.Second | 1 }, on, [], onCash: true),
            Verb.FinalInvoice => Draft(step, on, [.. Of(i => i.Kind == OpenItemKind.Deposit && i.Check().IsEmpty && !i.Open.IsZero).Take(1).Select(i => i.Id)]),
            Verb.Receive => Receive(step, on),
            Verb.ReceiveForeign => Books.Receive($"P{number}", Money.FromMinorUnits(step.Second + 1, Currency.Eur), null, on, Minor(step, Currency.Usd)),
            Verb.ReceiveDeposit => Deposit(step, on),
            Verb.Credit => Pick(Currencies, step.First) is var currency ? Books.Credit($"C{number}", Minor(step, currency), Rate(currency, step.Second), on) : null!,
            Verb.Apply => Books.Apply(on, Request(step, 0)),
            Verb.ApplyDiscount => Discounted(step, on),
            Verb.ApplyShort => Books.Apply(on, Request(step, 0) with { Rest = (RestTreatment)(1 + (step.Second % 5)) }),
            Verb.ApplyTwo => Books.Apply(on, Request(step, 0), Request(step with { Second = step.Second + 1 }, 1)),
            Verb.Unapply => Books.Unapply(applications.Count == 0 ? "none" : Pick(applications, step.First), on),
            Verb.Return => Books.Return(AnItem(step.First, i => !i.IsDebit), on, Money.FromMinorUnits(step.Second % 3, Currency.Eur), step.Amount % 2 == 0 ? $"O{number}" : ""),
            Verb.BankCharge => Books.Commit(Ledger.BookBankCharge(new()
            {
                Entry = Books.NextEntry(), LegalEntity = Books.Entity, Date = on, Amount = Minor(step, Currency.Eur),
            }, Books.Policy, Books.Clerk, Books.Now)),
            Verb.Opening => Opening(step, on),
            Verb.Allowance => Allowance(step, on),
            Verb.Revalue => Revalue(step, on),
            Verb.ContractAsset => ContractAsset(step, on),
            Verb.Fee => Books.Commit(Ledger.ChargeFee(Charge(step, on, "F"), Books.Policy, Books.Clerk, Books.Now)),
            Verb.Interest => Books.Commit(Ledger.ChargeInterest(Charge(step, on, "T"), Books.Policy, Books.Clerk, Books.Now)),
            Verb.Lock => Change(Books.Policy with { LockedThrough = on.PlusDays(-20) }),
            Verb.LockException => Change(Books.Policy with
            {
                LockExceptions = [new() { By = Books.Clerk, From = on.PlusDays(-90), Until = Books.Now + Duration.FromMinutes(step.First % 9), Reason = "audit" }],
            }),
            Verb.HardLock => Change(Books.Policy with { HardLockedThrough = on.PlusDays(-30) }),
            Verb.DecideDispute => Disputes.Decide(step, on),
            Verb.Investigate => Disputes.Investigate(step, on),
            Verb.SettleDispute => Disputes.Settle(step, NewApplication(), on),
            Verb.WithdrawDispute => Disputes.Withdraw(step, on),
            Verb.ReopenDispute => Disputes.Reopen(step, on),
            _ when Books.Items.Count == 0 => Books.Apply(on),
            _ => OnAnItem(step, on),
        };
    }

    private Result<LedgerDecision> OnAnItem(Step step, LocalDate on) => step.Verb switch
    {
        Verb.CreditWhole => Books.Commit(Ledger.CreditWholeInvoice(Books.All, EntryOf(step, e => e.Event.Contains("Invoice")), new()
        {
            Entry = Books.NextEntry(), Item = new($"CW{number}"), Application = new(NewApplication()), DocumentNumber = "CW", Date = on,
        }, Books.Policy, Books.Clerk, Books.Now)),
        Verb.PayWhole => PayWhole(step, on),
        Verb.ReverseEntry => EntryOf(step, _ => true) is var entry ? Books.Commit(Ledger.Reverse(Books.All, entry, new()
        {
            Entry = Books.NextEntry(), Date = on, ReversedBy = Books.Journal.FirstOrDefault(e => e.Reverses == entry.Id)?.Id ?? default,
        }, Books.Policy, Books.Clerk, Books.Now)) : null!,
        Verb.Unrevalue => Books.Commit(Ledger.Reverse(
            Books.All, EntryOf(step, e => e.Event == JournalEvents.FxRevalued), new() { Entry = Books.NextEntry(), Date = on }, Books.Policy, Books.Clerk, Books.Now)),
        Verb.Refund => Any(step, i => !i.IsDebit) is var item ? Books.Refund(item.Id.Value, NewApplication(), on, null, Rate(item.Amount.Currency, step.Second)) : null!,
        Verb.WriteOff => Books.WriteOff(AnItem(step.First), NewApplication(), on),
        Verb.BadDebt => On(step, on, i => i.IsDebit, Ledger.WriteOffBadDebt),
        Verb.Reinstate => On(step, on, i => !i.WrittenOff.IsZero, Ledger.ReinstateBadDebt),
        Verb.Waive => On(step, on, i => i.Kind is OpenItemKind.Fee or OpenItemKind.Interest, Ledger.Waive),
        Verb.ReverseChargeback => On(step, on, i => i.Kind == OpenItemKind.Chargeback, Ledger.ReverseChargeback),
        Verb.Accrue => On(step, on, i => i.Kind == OpenItemKind.Deferral, Ledger.AccrueInterest),
        Verb.Recognise => Recognise(step, on),
        Verb.Transfer => Transfer(step, on),
        Verb.Recover => Recover(step, on),
        Verb.Deduct => Any(step, i => i.IsDebit && !i.Open.IsZero) is var item ? Books.Commit(Ledger.OpenDeduction([item], new()
        {
            Entry = Books.NextEntry(), Of = [item.Id], Item = new($"D{number}"), Application = new(NewApplication()), Date = on,
            Amount = step.Second % 2 == 0 ? null : Minor(step, item.Amount.Currency),
        }, Books.Policy, Books.Clerk, Books.Now)) : null!,
        Verb.SetOff => Any(step, i => i.IsDebit && !i.Open.IsZero) is var item ? Books.Commit(Ledger.SetOff([item], new()
        {
            Entry = Books.NextEntry(), Date = on, Parts = [new() { Item = item.Id, Application = new(NewApplication()), Amount = Some(step, item) }],
        }, Books.Policy, Books.Clerk, Books.Now)) : null!,
        Verb.ChargeBack => Books.Commit(Ledger.ReceiveChargeback(Books.All, EntryOf(step, e => e.Lines.Any(l => l.Account.IsCash)), new()
        {
            Entry = Books.NextEntry(), Item = new($"B{number}"), Customer = Books.Customer, DocumentNumber = "case", Date = on,
        }, Books.Policy, Books.Clerk, Books.Now)),
        Verb.ChargeBackPayment => Books.Commit(Ledger.ReceiveChargeback(Books.All, Any(step, i => !i.Receipt.IsEmpty), new()
        {
            Entry = Books.NextEntry(), Item = new($"B{number}"), Customer = Books.Customer, DocumentNumber = "case", Date = on,
            Amount = step.Second % 2 == 0 ? null : Minor(step, Any(step, i => !i.Receipt.IsEmpty).Amount.Currency),
        }, Books.Policy, Books.Clerk, Books.Now)),
        Verb.CreditDeposit => CreditDeposit(step, on),
        Verb.ReleaseDeposit => ReleaseDeposit(step, on),
        Verb.Dispute => Any(step, i => i.IsDebit && !i.Open.IsZero) is var item ? Disputes.Open(item, Some(step, item) ?? item.Open, number, on) : null!,
        Verb.Promise => Any(step, i => i.IsDebit && !i.Open.IsZero) is var item ? Disputes.Promise(item, Some(step, item) ?? item.Open.Abs(), on) : null!,
        _ => throw new InvalidOperationException(step.Verb.ToString()),
    };

    // The credit note over a prepayment that was received, or over a part of it.
    private Result<LedgerDecision> CreditDeposit(Step step, LocalDate on)
    {
        var item = Any(step, i => i.Kind == OpenItemKind.Deposit && !i.Open.IsZero);
        var part = step.Amount % 2 == 0 ? item.Open.Abs() : Money.Min(Minor(step, item.Amount.Currency), item.Open.Abs());
        var shares = (item.Check().IsEmpty ? item.TaxSharesLeft : []).Select(s => s with
        {
            Base = s.Base.Part(part, Money.Max(item.Open.Abs(), Money.FromMinorUnits(1, part.Currency))),
            Tax = s.Tax.Part(part, Money.Max(item.Open.Abs(), Money.FromMinorUnits(1, part.Currency))),
        }).ToEquatableArray();
        if (shares.IsEmpty) shares = [new() { Category = TaxCategory.OutOfScope, Rate = Percentage.Zero, Base = part, Tax = Money.Zero(part.Currency), TaxPoint = on }];
        var tax = Money.Sum(shares.Select(s => s.Tax), part.Currency);
        EquatableArray<Posting> postings = [new() { Account = AccountRole.CustomerDeposit, Amount = Money.Sum(shares.Select(s => s.Base), part.Currency) }];
        if (!tax.IsZero) postings = postings.Add(new() { Account = AccountRole.OutputTax, Amount = tax });
        return Books.Commit(Ledger.CreditDeposits(Books.All, new()
        {
            Entry = Books.NextEntry(), Item = new($"CD{number}"), LegalEntity = Books.Entity, Customer = Books.Customer, DocumentNumber = "CD",
            DocumentDate = on, Postings = postings, Rate = Rate(part.Currency, step.Second),
        }, [new() { Item = item.Id, Shares = shares }], Books.Policy, Books.Clerk, Books.Now));
    }

    private Result<LedgerDecision> ReleaseDeposit(Step step, LocalDate on)
    {
        var item = Any(step, i => i.Kind == OpenItemKind.Deposit && i.Applications.Any(a => a is { IsLive: true, Kind: ApplicationKind.Transfer }));
        var invoice = item.Applications.FirstOrDefault(a => a is { IsLive: true, Kind: ApplicationKind.Transfer })?.Entry ?? EntryOf(step, _ => true).Id;
        return Books.Commit(Ledger.ReleaseDeposits([item], new()
        {
            Entry = Books.NextEntry(), Invoice = invoice, DocumentNumber = "CN", Date = on,
        }, Books.Policy, Books.Clerk, Books.Now));
    }

    private Result<LedgerDecision> Change(LedgerPolicy policy)
    {
        Books.Policy = policy;
        return Books.Apply(Today);
    }

    private Result<LedgerDecision> Invoice(Step step, LocalDate on)
    {
        var currency = Pick(Currencies, step.First);
        var amount = Minor(step, currency);
        var tax = amount.Times(0.16m, Rounding.HalfAwayFromZero);
        var discount = amount.Times(0.03m, Rounding.HalfAwayFromZero);
        return Books.Invoice($"I{number}", amount, Rate(currency, step.Second), on,
            discounts: discount.IsPositive ? [new() { Until = on.PlusDays(10), Percentage = Percentage.Of(3), Discount = discount }] : [],
            taxes: [new() { Category = TaxCategory.Standard, Rate = Percentage.Of(19), Base = amount - tax, Tax = tax, TaxPoint = on }],
            mode: (DiscountTaxMode)(step.Second % 3));
    }

    private Result<LedgerDecision> Draft(Step step, LocalDate on, EquatableArray<OpenItemId> deposits, bool onCash = false)
    {
        var currency = deposits.IsEmpty ? Pick(Currencies, step.First) : Books.Items[deposits[0]].Amount.Currency;
        var net = Minor(step, currency);
        var assets = step.First % 3 != 0 ? [] : Of(i => i.Kind == OpenItemKind.ContractAsset && !i.Open.IsZero && i.Amount.Currency == currency)
            .Take(1).Select(i => i.Id).ToEquatableArray();
        var facts = new InvoiceDraft
        {
            Entry = Books.NextEntry(),
            Item = new($"I{number}"),
            LegalEntity = Books.Entity,
            Customer = Books.Customer,
            DocumentNumber = $"I{number}",
            Date = on,
            DueDate = on.PlusDays(30),
            Net = net,
            Taxes = (step.Second % 5) switch
            {
                0 => [],
                1 => [new() { Percent = Percentage.Of(19) }],
                2 => [new() { Percent = Percentage.Of(7) }, new() { Percent = Percentage.Of(9.975m), Role = new("tax.output.local") }],
                3 => [.. Enumerable.Range(1, 4).Select(n => new DraftTax { Percent = Percentage.Of(12 + n), Role = new($"tax.output.level-{n}") })],
                _ => [new() { Percent = Percentage.Of(19) }, new() { Fixed = Money.FromMinorUnits(5, currency), Role = new("tax.output.fixed") }],
            },
            Discount = step.Second % 3 == 0 ? null : new()
            {
                Percent = step.Second % 5 == 0 ? null : Percentage.Of(2.5m), Amount = step.Second % 5 == 0 ? Money.FromMinorUnits(1, currency) : null,
                Days = 10, TaxMode = (DiscountTaxMode)(step.First % 3),
            },
            Instalments = step.First % 2 == 0 ? [] : [Percentage.Of(33.3m), Percentage.Of(33.3m), Percentage.Of(33.4m)],
            Deferred = step.Second % 7 == 0 ? [new() { Item = new($"S{number}"), Role = step.First % 5 == 0 ? AccountRole.RefundLiability : AccountRole.ContractLiability, Amount = net.Times(0.4m, Rounding.HalfAwayFromZero) }] : [],
            ContractAssets = assets,
            Deposits = deposits,
            Rate = Rate(currency, step.Second),
            IsTaxOnCash = onCash,
        }.ToFacts(Books.All, Books.Policy.DiscountMethod);
        return Books.Commit(Ledger.IssueInvoice(Books.All, facts, Books.Policy, Books.Clerk, Books.Now));
    }

    private Result<LedgerDecision> Receive(Step step, LocalDate on)
    {
        var currency = Pick(Currencies, step.First);
        return Books.Receive($"P{number}", Minor(step, currency), Rate(currency, step.Second), on);
    }

    private Result<LedgerDecision> Deposit(Step step, LocalDate on)
    {
        var currency = Pick(Currencies, step.First);
        var cash = Minor(step, currency);
        EquatableArray<DraftTax> taxes = step.Second % 2 == 0 || !cash.IsPositive ? [] : [new() { Percent = Percentage.Of(19) }];
        return Books.Commit(Ledger.ReceivePayment(Books.PaymentOf($"Q{number}", cash, Rate(currency, step.Second), on) with
        {
            Kind = OpenItemKind.Deposit, TaxShares = DraftTax.Contained(cash, taxes, on),
        }, Books.Policy, Books.Clerk, Books.Now));
    }

    private Result<LedgerDecision> Discounted(Step step, LocalDate on)
    {
        var request = Request(step, 0);
        if (step.Amount % 2 == 0 && Books.Items.TryGetValue(request.Debit, out var debit) && debit.Check().IsEmpty
            && debit.DiscountOn(on) is { } discount)
            request = request with { Amount = debit.Open - discount };
        return Books.Apply(on, request with { TakeDiscount = true, Rest = (RestTreatment)(step.Second & 1) });
    }

    // Pays exactly what closes an item, in one entry with the receipt.
    private Result<LedgerDecision> PayWhole(Step step, LocalDate on)
    {
        var item = Any(step, i => i.IsDebit && !i.Open.IsZero);
        var payment = Books.PaymentOf($"P{number}", Money.Zero(item.Amount.Currency), Rate(item.Amount.Currency, step.Second), on);
        var draft = new ApplicationDraft
        {
            Credit = payment.Item, Targets = [new() { Item = item.Id, Application = new(NewApplication()) }], TakeDiscounts = step.First % 2 == 0,
        };
        // What a broken item needs can't be worked out; asking for it all the same must be refused.
        if (!item.Check().IsEmpty)
            return Books.Commit(Ledger.ReceiveAndApply([item], payment with { Cash = Minor(step, item.Amount.Currency) },
                [Receivables.Tests.Books.Request(NewApplication(), payment.Item.Value, item.Id.Value, Minor(step, item.Amount.Currency))],
                Books.Policy, Books.Clerk, Books.Now));
        var amount = draft.Needed([item], on);
        return Books.Commit(Ledger.ReceiveAndApply([item], payment with { Cash = amount }, draft.Requests([item], amount, on), Books.Policy, Books.Clerk, Books.Now));
    }

    private Result<LedgerDecision> Opening(Step step, LocalDate on) => Books.Commit(Ledger.OpenBalance(new()
    {
        Entry = Books.NextEntry(), LegalEntity = Books.Entity, Date = on, Allowance = Money.FromMinorUnits(step.Second, Currency.Eur),
        Items = new[] { Currency.Eur, Pick(Currencies, step.First) }.Select((currency, i) => new OpeningItem
        {
            Item = new($"O{number}/{i}"), Customer = Books.Customer, DocumentNumber = "old", DocumentDate = on.PlusDays(-i), DueDate = on,
            Amount = i == 0 ? Minor(step, currency) : -Minor(step, currency), Rate = Rate(currency, step.Second),
        }).ToEquatableArray(),
    }, Books.Policy, Books.Clerk, Books.Now));

    private Result<LedgerDecision> Allowance(Step step, LocalDate on) => Books.Commit(Ledger.AdjustAllowance(new()
    {
        Entry = Books.NextEntry(), LegalEntity = Books.Entity, Date = on, Target = Minor(step, Currency.Eur),
        Current = -LedgerBalances.Of(Books.Journal).Balance(Books.Entity, AccountRole.Allowance, Currency.Eur),
    }, Books.Policy, Books.Clerk, Books.Now));

    private Result<LedgerDecision> Revalue(Step step, LocalDate on) => Books.Commit(Ledger.Revalue(Books.All, new()
    {
        Entry = Books.NextEntry(), LegalEntity = Books.Entity, Date = on,
        Rates = Currencies.Skip(step.First % 13 == 0 ? 2 : 1).Select(c => Rate(c, step.Second)!).ToEquatableArray(),
    }, Books.Policy, Books.Clerk, Books.Now));

    private Result<LedgerDecision> ContractAsset(Step step, LocalDate on)
    {
        var currency = Pick(Currencies, step.First);
        return Books.Commit(Ledger.RecogniseBeforeInvoice(new()
        {
            Entry = Books.NextEntry(), Item = new($"K{number}"), LegalEntity = Books.Entity, Customer = Books.Customer, Date = on,
            Amount = Minor(step, currency), Rate = Rate(currency, step.Second),
        }, Books.Policy, Books.Clerk, Books.Now));
    }

    private Result<LedgerDecision> Recognise(Step step, LocalDate on)
    {
        var item = Any(step, i => i.Kind == OpenItemKind.Deferral);
        return Books.Commit(Ledger.RecogniseRevenue(item, new()
        {
            Entry = Books.NextEntry(), Item = item.Id, Application = new(NewApplication()), Date = on,
            Part = step.Second % 4, Parts = step.Second % 4 == 0 ? 0 : 3,
        }, Books.Policy, Books.Clerk, Books.Now));
    }

    // From one customer to the other and back again, so that what came back is applied as well.
    private Result<LedgerDecision> Transfer(Step step, LocalDate on)
    {
        var item = Any(step, i => i.Kind == OpenItemKind.Payment && !i.Open.IsZero);
        return Books.Commit(Ledger.TransferPayment(item, new()
        {
            Entry = Books.NextEntry(), Item = item.Id, Application = new(NewApplication()), NewItem = new($"X{number}"), Date = on,
            Customer = step.First % 13 == 0 || item.Customer == Books.Customer ? new("C-2") : Books.Customer,
            Amount = Some(step, item), Reason = step.Second % 19 == 0 ? "" : "paid for it",
        }, Books.Policy, Books.Clerk, Books.Now));
    }

    private Result<LedgerDecision> Recover(Step step, LocalDate on)
    {
        var item = Any(step, i => !i.WrittenOff.IsZero);
        return Books.Commit(Ledger.RecoverBadDebt([item], new()
        {
            Entry = Books.NextEntry(), Of = [item.Id], Date = on, DocumentNumber = "bank", Cash = Some(step, item) ?? item.WrittenOff,
            Rate = Rate(item.Amount.Currency, step.Second),
        }, Books.Policy, Books.Clerk, Books.Now));
    }

    private ChargeFacts Charge(Step step, LocalDate on, string prefix) => new()
    {
        Entry = Books.NextEntry(), Item = new($"{prefix}{number}"), LegalEntity = Books.Entity, Customer = Books.Customer, DocumentNumber = "charge",
        Date = on, Amount = Minor(step, Pick(Currencies, step.First)), Rate = Rate(Pick(Currencies, step.First), step.Second),
    };

    private Result<LedgerDecision> On(Step step, LocalDate on, Func<OpenItem, bool> fits,
        Func<OpenItem, SettlementFacts, LedgerPolicy, Actor, Instant, Result<LedgerDecision>> decide)
    {
        var item = Any(step, fits);
        var facts = Books.Part(item.Id.Value, NewApplication(), on, Some(step, item), Rate(item.Amount.Currency, step.Second));
        return Books.Commit(decide(item, facts, Books.Policy, Books.Clerk, Books.Now));
    }

    private ApplicationRequest Request(Step step, int shift)
    {
        var credits = Of(i => !i.IsDebit).ToList();
        var from = credits.Count == 0 || step.First % 11 == 0 ? AnItem(step.First) : Pick(credits, step.First).Id.Value;
        var fitting = Books.Items.TryGetValue(new(from), out var credit) ? Of(i => i.IsDebit && i.Amount.Currency == credit.Amount.Currency).ToList() : [];
        var to = fitting.Count == 0 || step.Second % 11 == 0 ? AnItem(step.Second + shift) : Pick(fitting, step.Second).Id.Value;
        var amount = Minor(step, credit?.Amount.Currency ?? Currency.Eur);
        if (step.Amount % 3 == 0 && credit is not null && Books.Items.TryGetValue(new(to), out var debit) && debit.Amount.Currency == amount.Currency
            && credit.Check().IsEmpty)
            amount = Money.Min(credit.Spendable, debit.Open);
        return Receivables.Tests.Books.Request(NewApplication(), from, to, amount);
    }

    private string NewApplication()
    {
        var id = $"A{applications.Count}";
        applications.Add(id);
        return id;
    }

    private JournalEntry EntryOf(Step step, Func<JournalEntry, bool> fits)
    {
        var fitting = Books.Journal.Where(fits).ToList();
        return fitting.Count == 0 ? Pick(Books.Journal, step.First) : Pick(fitting, step.First);
    }

    private IEnumerable<OpenItem> Of(Func<OpenItem, bool> fits) => Books.Items.Values.Where(fits);

    private OpenItem Any(Step step, Func<OpenItem, bool> fits)
    {
        var fitting = Of(fits).ToList();
        return fitting.Count == 0 || step.First % 17 == 0 ? Pick(Books.Items.Values.ToList(), step.First) : Pick(fitting, step.First);
    }

    private string AnItem(int pick, Func<OpenItem, bool>? fits = null)
    {
        var fitting = Of(fits ?? (_ => true)).ToList();
        return fitting.Count == 0 ? "none" : Pick(fitting, pick).Id.Value;
    }

    private static Money? Some(Step step, OpenItem item) => step.Second % 2 == 0 ? null : Minor(step, item.Amount.Currency);

    private static Money Minor(Step step, Currency currency) => Money.FromMinorUnits(step.Amount, currency);

    private static T Pick<T>(IReadOnlyList<T> list, int pick) => list[pick % list.Count];

    internal static ExchangeRate? Rate(Currency currency, int pick) => currency == Currency.Eur ? null
        : currency == Currency.Usd ? new(Currency.Eur, Currency.Usd, 1.05m + (pick % 4 * 0.037m), Books.Day, "test")
        : currency == Currency.Jpy ? new(currency, Currency.Eur, 0.0061m + (pick % 3 * 0.0002m), Books.Day, "test")
        : new(currency, Currency.Eur, 2.987m + (pick % 3 * 0.11m), Books.Day, "test");
}
