using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Receivables.Tests;

/// <summary>Translates the events of the ledger vectors into commands: it reads given, date, event and do, and nothing else.</summary>
internal sealed class LedgerVectorBooks
{
    private readonly Books books;
    private readonly Currency functional;
    private readonly List<(JournalEntry Entry, ExchangeRate? Rate)> entries = [];
    private int applications;

    internal LedgerVectorBooks(JsonElement c)
    {
        functional = Currency.Of(c.GetProperty("functionalCurrency").GetString()!);
        var given = c.GetProperty("given");
        books = new(new()
        {
            FunctionalCurrency = functional,
            SmallDifference = Text(given, "tolerance") is { } tolerance ? Money.Of(Number(tolerance), functional) : null,
            BadDebt = Text(given, "badDebt") == "allowance" ? BadDebtMethod.Allowance : BadDebtMethod.Direct,
            TaxRelief = given.TryGetProperty("taxRelief", out var relief) && relief.GetBoolean(),
            Revaluation = Text(given, "revaluation") == "nonReversing" ? RevaluationMethod.UntilSettled : RevaluationMethod.Reversing,
            DiscountMethod = Text(given, "discountMethod") == "net" ? DiscountMethod.Net : DiscountMethod.Gross,
        });
    }

    internal Money Open(string item) => books[item].Open;

    internal Books Books => books;

    internal EquatableArray<JournalLine> Post(JsonElement entry)
    {
        var (date, name, what) = (Date(entry.GetProperty("date")), entry.GetProperty("event").GetString()!, entry.GetProperty("do"));
        var decision = Expect.Success(books.Commit(Decide(name, what, date)));
        entries.Add((decision.Entries[0], what.TryGetProperty("cash", out var cash) ? Rate(cash, Cash(what).Currency, date) : null));
        return decision.Entries[0].Lines;
    }

    private Result<LedgerDecision> Decide(string name, JsonElement what, LocalDate date) => name switch
    {
        "InvoiceIssued" or "FinalInvoiceIssued" or "AdvanceInvoiceDue" => Invoice(what, date) is var facts
            ? Ledger.IssueInvoice(books.All, facts with { Event = name }, books.Policy, Books.Clerk, books.Now) : null!,
        "CreditNoteIssued" when Text(what, "of") is { } of => WholeCredit(of, what, date),
        "CreditNoteIssued" => CreditNote(what, date) is var (facts, requests)
            ? Ledger.IssueCreditNote(books.All, facts, requests, books.Policy, Books.Clerk, books.Now) : null!,
        "PaymentReceived" or "DepositReceived" => Ledger.ReceivePayment(Received(name, what, date), books.Policy, Books.Clerk, books.Now),
        "PaymentApplied" or "PaymentAppliedWithDiscount" or "PaymentAppliedWithWriteOff" or "DepositApplied" => Applied(name, what, date),
        "PaymentUnapplied" or "PaymentReturned" or "FxRevaluationReversed" => Undone(name, what, date),
        "SetOff" => SetOff(what, date),
        "RefundPaid" => Ledger.Refund(Item(what), Part(what, date), books.Policy, Books.Clerk, books.Now),
        "CreditWrittenOff" => Ledger.WriteOffDifference(Item(what), Part(what, date), books.Policy, Books.Clerk, books.Now),
        "DeductionOpened" => Deduction(what, date),
        "ChargebackReceived" => Chargeback(what, date),
        "ChargebackReversed" => Ledger.ReverseChargeback(Item(what), Part(what, date), books.Policy, Books.Clerk, books.Now),
        "BankChargeBooked" => Ledger.BookBankCharge(new()
        {
            Entry = books.NextEntry(), LegalEntity = Books.Entity, Date = date, Amount = Functional(what, "amount"),
        }, books.Policy, Books.Clerk, books.Now),
        "LateFeeCharged" => Ledger.ChargeFee(Charge(what, date, Functional(what, "amount")), books.Policy, Books.Clerk, books.Now),
        "InterestCharged" => Ledger.ChargeInterest(Charge(what, date, Interest(what)), books.Policy, Books.Clerk, books.Now),
        "InterestWaived" => Ledger.Waive(Item(what), Part(what, date), books.Policy, Books.Clerk, books.Now),
        "OpeningBalance" => Opening(what, date),
        "BadDebtWrittenOff" => Ledger.WriteOffBadDebt(Item(what), Part(what, date), books.Policy, Books.Clerk, books.Now),
        "BadDebtReinstated" => Ledger.ReinstateBadDebt(Item(what), Part(what, date), books.Policy, Books.Clerk, books.Now),
        "BadDebtRecovered" => Recovered(what, date),
        "AllowanceAdjusted" => Ledger.AdjustAllowance(new()
        {
            Entry = books.NextEntry(), LegalEntity = Books.Entity, Date = date, Target = Functional(what, "target"),
            Current = -LedgerBalances.Of(books.Journal).Balance(Books.Entity, AccountRole.Allowance, functional),
        }, books.Policy, Books.Clerk, books.Now),
        "FxRevalued" => Ledger.Revalue(books.All, new()
        {
            Entry = books.NextEntry(), LegalEntity = Books.Entity, Date = date,
            Rates = what.GetProperty("rates").EnumerateObject()
                .Select(r => new ExchangeRate(Currency.Of(r.Name), functional, Number(r.Value), date, "case")).ToEquatableArray(),
        }, books.Policy, Books.Clerk, books.Now),
        "InterestAccrued" => Ledger.AccrueInterest(Item(what), Part(what, date), books.Policy, Books.Clerk, books.Now),
        "RevenueRecognised" => Recognised(what, date),
        var other => throw new NotSupportedException(other),
    };

    private InvoiceFacts Invoice(JsonElement what, LocalDate date)
    {
        var currency = Text(what, "currency") is { } code ? Currency.Of(code) : functional;
        return new InvoiceDraft
        {
            Entry = books.NextEntry(),
            Item = new(Text(what, "item")!),
            LegalEntity = Books.Entity,
            Customer = Books.Customer,
            DocumentNumber = Text(what, "item")!,
            Date = date,
            Net = Money.Of(Number(what.GetProperty("net")), currency),
            Taxes = Taxes(what, currency),
            Discount = what.TryGetProperty("discount", out var offer) ? Discount(offer, currency) : null,
            Instalments = Each(what, "instalments", p => Percentage.Of(Number(p))),
            Deferred = Each(what, "defer", part => new DeferredPart
            {
                Item = new(Text(part, "item")!), Role = new(Text(part, "role")!), Amount = Money.Of(Number(part.GetProperty("amount")), currency),
            }),
            ContractAssets = Each(what, "contractAssets", Id),
            Deposits = Each(what, "deposits", Id),
            Rate = Rate(what, currency, date),
        }.ToFacts(books.All, books.Policy.DiscountMethod);
    }

    private static DraftDiscount Discount(JsonElement offer, Currency currency) => new()
    {
        Percent = Text(offer, "percent") is { } percent ? Percentage.Of(Number(percent)) : null,
        Amount = Text(offer, "amount") is { } amount ? Money.Of(Number(amount), currency) : null,
        Days = offer.TryGetProperty("days", out var days) ? days.GetInt32() : null,
        TaxMode = Enum.Parse<DiscountTaxMode>(Text(offer, "taxMode")!, ignoreCase: true),
    };

    private static EquatableArray<DraftTax> Taxes(JsonElement what, Currency currency) => Each(what, "tax", tax => new DraftTax
    {
        Percent = Text(tax, "percent") is { } percent ? Percentage.Of(Number(percent)) : null,
        Fixed = Text(tax, "fixed") is { } amount ? Money.Of(Number(amount), currency) : null,
        Role = Text(tax, "role") is { } role ? new(role) : default,
    });

    private Result<LedgerDecision> WholeCredit(string of, JsonElement what, LocalDate date)
    {
        var entry = InvoiceEntry(of);
        return Ledger.CreditWholeInvoice(books.All, entry, new()
        {
            Entry = books.NextEntry(), Item = new(Text(what, "over") ?? $"CN@{entries.Count}"), Application = NextApplication(),
            DocumentNumber = "CN", Date = date,
        }, books.Policy, Books.Clerk, books.Now);
    }

    private (CreditNoteFacts Facts, EquatableArray<ApplicationRequest> Requests) CreditNote(JsonElement what, LocalDate date)
    {
        var targets = Named(Text(what, "item") ?? Text(what, "of")!);
        var currency = targets[0].Amount.Currency;
        EquatableArray<Posting> postings = Text(what, "net") is { } net
            ? [new() { Account = new(Text(what, "contra")!), Amount = Money.Of(Number(net), currency) }]
            : InvoiceEntry(Text(what, "of")!).Lines.Where(line => line.Item is null)
                .Select(line => new Posting { Account = line.Account, Amount = -line.SignedDocument, Functional = -line.SignedFunctional }).ToEquatableArray();
        var facts = new CreditNoteFacts
        {
            Entry = books.NextEntry(),
            Item = new(Text(what, "over") ?? $"CN@{entries.Count}"),
            LegalEntity = Books.Entity,
            Customer = Books.Customer,
            DocumentNumber = "CN",
            DocumentDate = date,
            Postings = postings,
            Rate = targets[0].Rate,
        };
        return (facts, Draft(facts.Item, targets.Select(t => (t.Id, (Money?)null))).Requests(books.All, Money.Sum(postings.Select(p => p.Amount), currency), date));
    }

    private PaymentFacts Received(string name, JsonElement what, LocalDate date)
    {
        var facts = Payment(what, date, Text(what, "item")!, null);
        var taxes = Taxes(what, facts.Cash.Currency);
        var role = Text(what, "as");
        return facts with
        {
            Role = role is null ? default : new(role),
            Kind = name == "DepositReceived" || role == "liability.customer-deposit" ? OpenItemKind.Deposit
                : role is "liability.contract" or "liability.refund" ? OpenItemKind.Deferral : null,
            TaxShares = DraftTax.Contained(facts.Cash, taxes, date),
            TaxRoles = taxes.Any(t => !t.Role.IsNone) ? taxes.Select(t => t.Role.IsNone ? AccountRole.OutputTax : t.Role).ToEquatableArray() : [],
        };
    }

    private Result<LedgerDecision> Applied(string name, JsonElement what, LocalDate date)
    {
        var targets = what.GetProperty("to").EnumerateArray().SelectMany(Target).ToList();
        if (Text(what, "from") is { } from)
            return Ledger.Apply(books.All, new()
            {
                Entry = books.NextEntry(), Date = date,
                Applications = Draft(new(from), targets, name, what).Requests(books.All, books[from].Spendable, date),
            }, books.Policy, Books.Clerk, books.Now);

        var over = Text(what, "over");
        var draft = Draft(new(over ?? $"PAY@{entries.Count}"), targets, name, what);
        var credit = what.TryGetProperty("credit", out var note) ? CreditNote(note, date) : default((CreditNoteFacts Facts, EquatableArray<ApplicationRequest> Requests)?);
        var items = credit is { } c ? AfterCredit(c.Facts, c.Requests) : books.All;
        var currency = items.First(i => i.Id == targets[0].Item).Amount.Currency;
        var cash = Cash(what);
        var settles = cash.Currency == currency ? default(Money?)
            : currency == functional ? cash.Convert(Rate(what.GetProperty("cash"), cash.Currency, date)!, Rounding.HalfAwayFromZero)
            : draft.Needed(items, date);
        var facts = Payment(what, date, draft.Credit.Value, settles) with
        {
            Role = over is null ? default : AccountRole.CustomerCredit, CreditNote = credit?.Facts, CreditApplications = credit?.Requests ?? [],
        };
        return Ledger.ReceiveAndApply(books.All, facts, draft.Requests(items, settles ?? cash, date), books.Policy, Books.Clerk, books.Now);
    }

    // What is open once the credit note of the same entry is settled.
    private EquatableArray<OpenItem> AfterCredit(CreditNoteFacts facts, EquatableArray<ApplicationRequest> requests)
    {
        var after = Expect.Success(Ledger.IssueCreditNote(books.All, facts, requests, books.Policy, Books.Clerk, books.Now));
        return books.All.Select(i => after.Item(i.Id) ?? i).ToEquatableArray();
    }

    private ApplicationDraft Draft(OpenItemId credit, IEnumerable<(OpenItemId Item, Money? Amount)> targets, string name = "", JsonElement what = default) => new()
    {
        Credit = credit,
        Targets = targets.Select(t => new ApplicationTarget { Item = t.Item, Application = NextApplication(), Amount = t.Amount }).ToEquatableArray(),
        TakeDiscounts = name == "PaymentAppliedWithDiscount",
        Rest = (name, name.Length == 0 ? null : Text(what, "rest")) switch
        {
            (_, "bankCharge") => RestTreatment.BankCharge,
            (_, "withholding") => RestTreatment.Withholding,
            ("PaymentAppliedWithWriteOff", "priceReduction") => RestTreatment.SmallPriceReduction,
            (_, "priceReduction") => RestTreatment.PriceReduction,
            ("PaymentAppliedWithWriteOff", _) => RestTreatment.SmallDifference,
            _ => RestTreatment.StaysOpen,
        },
    };

    private IEnumerable<(OpenItemId Item, Money? Amount)> Target(JsonElement to)
    {
        if (to.ValueKind != JsonValueKind.Object) return Named(to.GetString()!).Select(i => (i.Id, (Money?)null));
        var named = books[Text(to, "item")!];
        return [(named.Id, Text(to, "amount") is { } amount ? Money.Of(Number(amount), named.Amount.Currency) : null)];
    }

    // A receipt whose money was applied since goes back with those applications.
    private Result<LedgerDecision> Undone(string name, JsonElement what, LocalDate date)
    {
        var entry = entries[what.GetProperty("undo").GetInt32()].Entry;
        var receipt = books.Items.Values.FirstOrDefault(i => i.Entry == entry.Id && !i.IsDebit && !i.Receipt.IsEmpty);
        return name == "PaymentReturned" && receipt is not null && receipt.Applications.Any(a => a.IsLive && a.Entry != entry.Id)
            ? Ledger.ReturnPayment(books.All, new()
            {
                Entry = books.NextEntry(), Payment = receipt.Id, Closing = NextApplication(), Date = date,
            }, books.Policy, Books.Clerk, books.Now)
            : Ledger.Reverse(books.All, entry, new() { Entry = books.NextEntry(), Date = date }, books.Policy, Books.Clerk, books.Now);
    }

    private Result<LedgerDecision> SetOff(JsonElement what, LocalDate date)
    {
        var targets = what.GetProperty("to") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().SelectMany(Target).ToList() : [.. Target(what.GetProperty("to"))];
        var currency = books.Items[targets[0].Item].Amount.Currency;
        var draft = Draft(new("payable"), targets);
        var amount = Text(what, "amount") is { } text ? Money.Of(Number(text), currency) : draft.Needed(books.All, date);
        return Ledger.SetOff(books.All, new()
        {
            Entry = books.NextEntry(), Date = date,
            Parts = draft.Requests(books.All, amount, date)
                .Select(r => new SettlementPart { Item = r.Debit, Application = r.Id, Amount = r.Amount }).ToEquatableArray(),
        }, books.Policy, Books.Clerk, books.Now);
    }

    private Result<LedgerDecision> Deduction(JsonElement what, LocalDate date) => Ledger.OpenDeduction(books.All, new()
    {
        Entry = books.NextEntry(), Of = Named(Text(what, "of")!).Select(i => i.Id).ToEquatableArray(), Item = new(Text(what, "item")!),
        Application = NextApplication(), Date = date,
    }, books.Policy, Books.Clerk, books.Now);

    private Result<LedgerDecision> Chargeback(JsonElement what, LocalDate date)
    {
        var (receipt, rate) = entries[what.GetProperty("receipt").GetInt32()];
        var currency = receipt.Lines.First(l => l.Account.IsCash).Document.Currency;
        return Ledger.ReceiveChargeback(books.All, receipt, new()
        {
            Entry = books.NextEntry(), Item = new(Text(what, "item")!), Customer = Books.Customer, DocumentNumber = Text(what, "item")!, Date = date,
            Fee = Text(what, "fee") is { } fee ? Money.Of(Number(fee), currency) : null, Rate = rate,
        }, books.Policy, Books.Clerk, books.Now);
    }

    private ChargeFacts Charge(JsonElement what, LocalDate date, Money amount) => new()
    {
        Entry = books.NextEntry(), Item = new(Text(what, "item")!), LegalEntity = Books.Entity, Customer = Books.Customer,
        DocumentNumber = Text(what, "item")!, Date = date, Amount = amount,
    };

    private Money Interest(JsonElement what) => Text(what, "amount") is not null ? Functional(what, "amount")
        : Text(what, "percent") is { } percent ? InterestAmount.ForPeriod(Functional(what, "principal"), Percentage.Of(Number(percent)))
        : InterestAmount.ForDays(Functional(what, "principal"), Percentage.Of(Number(what.GetProperty("annualPercent"))), what.GetProperty("days").GetInt32());

    private Result<LedgerDecision> Opening(JsonElement what, LocalDate date) => Ledger.OpenBalance(new()
    {
        Entry = books.NextEntry(),
        LegalEntity = Books.Entity,
        Date = date,
        Items = what.GetProperty("items").EnumerateObject().Select(i => new OpeningItem
        {
            Item = new(i.Name), Customer = Books.Customer, DocumentNumber = i.Name, DocumentDate = date, DueDate = date,
            Amount = Money.Of(Number(i.Value), functional),
        }).ToEquatableArray(),
        Allowance = Text(what, "allowance") is null ? null : Functional(what, "allowance"),
    }, books.Policy, Books.Clerk, books.Now);

    private Result<LedgerDecision> Recovered(JsonElement what, LocalDate date)
    {
        var (items, cash) = (Named(Text(what, "of")!), Cash(what));
        var (currency, rate) = (items[0].Amount.Currency, Rate(what.GetProperty("cash"), cash.Currency, date));
        return Ledger.RecoverBadDebt(books.All, new()
        {
            Entry = books.NextEntry(),
            Of = items.Select(i => i.Id).ToEquatableArray(),
            Date = date,
            DocumentNumber = "bank",
            Cash = cash,
            Rate = rate,
            Settles = cash.Currency == currency ? null : cash.Convert(items[0].Rate ?? rate!, Rounding.HalfAwayFromZero),
            CashAccount = Text(what.GetProperty("cash"), "account") is { } account ? new(account) : default,
        }, books.Policy, Books.Clerk, books.Now);
    }

    private Result<LedgerDecision> Recognised(JsonElement what, LocalDate date)
    {
        if (Text(what, "as") is { } role)
            return Ledger.RecogniseBeforeInvoice(new()
            {
                Entry = books.NextEntry(), Item = new(Text(what, "item")!), LegalEntity = Books.Entity, Customer = Books.Customer, Date = date,
                Amount = Functional(what, "amount"), Role = new(role),
            }, books.Policy, Books.Clerk, books.Now);
        var item = Item(what);
        return Ledger.RecogniseRevenue(item, new()
        {
            Entry = books.NextEntry(), Item = item.Id, Application = NextApplication(), Date = date,
            Amount = Text(what, "amount") is { } amount ? Money.Of(Number(amount), item.Amount.Currency) : null,
            Part = what.TryGetProperty("part", out var part) ? part[0].GetInt32() : 0,
            Parts = what.TryGetProperty("part", out part) ? part[1].GetInt32() : 0,
        }, books.Policy, Books.Clerk, books.Now);
    }

    private SettlementFacts Part(JsonElement what, LocalDate date) => new()
    {
        Entry = books.NextEntry(), Item = Item(what).Id, Application = NextApplication(), Date = date,
        Amount = Text(what, "amount") is { } amount ? Money.Of(Number(amount), Item(what).Amount.Currency) : null,
    };

    private PaymentFacts Payment(JsonElement what, LocalDate date, string id, Money? settles)
    {
        var (cash, amount) = (what.GetProperty("cash"), Cash(what));
        return books.PaymentOf(id, amount, Rate(cash, amount.Currency, date), date, settles) with
        {
            CashAccount = Text(cash, "account") is { } account ? new(account) : default,
        };
    }

    private Money Cash(JsonElement what)
    {
        var cash = what.GetProperty("cash");
        return Money.Of(Number(cash.GetProperty("amount")), Text(cash, "currency") is { } code ? Currency.Of(code) : functional);
    }

    private ExchangeRate? Rate(JsonElement holder, Currency currency, LocalDate date) => currency == functional ? null
        : Text(holder, "rate") is { } rate ? new(currency, functional, Number(rate), date, "case")
        : Text(holder, "rateInverse") is { } inverse ? new(functional, currency, Number(inverse), date, "case") : null;

    private OpenItem Item(JsonElement what) => books[Text(what, "item")!];

    // An invoice in instalments is named by its number: its items have theirs behind it.
    private List<OpenItem> Named(string name) => books.Items.TryGetValue(new(name), out var item) ? [item]
        : [.. books.Items.Values.Where(i => i.Id.Value.StartsWith(name + "/", StringComparison.Ordinal)).OrderBy(i => i.Instalment)];

    private JournalEntry InvoiceEntry(string name) => books.Journal.First(e => e.Id == Named(name)[0].Entry);

    private static OpenItemId Id(JsonElement element) => new(element.ValueKind == JsonValueKind.Object ? Text(element, "item")! : element.GetString()!);

    private Money Functional(JsonElement what, string name) => Money.Of(Number(what.GetProperty(name)), functional);

    private ItemApplicationId NextApplication() => new($"A{++applications}");

    private static EquatableArray<T> Each<T>(JsonElement what, string name, Func<JsonElement, T> read) =>
        what.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(read).ToEquatableArray() : [];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal Number(JsonElement element) => Number(element.GetString()!);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static LocalDate Date(JsonElement element) => NodaTime.Text.LocalDatePattern.Iso.Parse(element.GetString()!).Value;
}
