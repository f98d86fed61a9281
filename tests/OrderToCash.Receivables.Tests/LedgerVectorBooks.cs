using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Receivables.Tests;

/// <summary>Translates the events of the ledger vectors into commands.</summary>
internal sealed class LedgerVectorBooks
{
    private static readonly Dictionary<string, string> Unknown = new()
    {
        ["FinalInvoiceIssued"] = "FinalInvoiceIssued", ["AdvanceInvoiceDue"] = "AdvanceInvoiceDue", ["DepositReceived"] = "DepositReceived",
        ["DepositApplied"] = "DepositApplied", ["FxRevaluationReversed"] = "revaluation", ["FxRevalued"] = "revaluation", ["SetOff"] = "SetOff",
        ["DeductionOpened"] = "DeductionOpened", ["ChargebackReceived"] = "ChargebackReceived", ["ChargebackReversed"] = "ChargebackReversed",
        ["BankChargeBooked"] = "BankChargeBooked apart from a return", ["InterestWaived"] = "InterestWaived", ["OpeningBalance"] = "OpeningBalance",
        ["BadDebtWrittenOff"] = "BadDebtWrittenOff", ["BadDebtReinstated"] = "BadDebtReinstated", ["BadDebtRecovered"] = "BadDebtRecovered",
        ["AllowanceAdjusted"] = "AllowanceAdjusted", ["InterestAccrued"] = "InterestAccrued", ["RevenueRecognised"] = "RevenueRecognised",
    };

    private readonly Books books;
    private readonly Currency functional;
    private readonly Dictionary<string, EquatableArray<Posting>> postings = [];
    private readonly List<(List<string> Applications, string Payment)> entries = [];
    private int applications;

    internal LedgerVectorBooks(JsonElement c)
    {
        functional = Currency.Of(c.GetProperty("functionalCurrency").GetString()!);
        var given = c.GetProperty("given");
        books = new(new()
        {
            FunctionalCurrency = functional,
            SmallDifference = given.TryGetProperty("tolerance", out var t) ? Money.Of(Number(t), functional) : null,
        });
    }

    /// <summary>Why a case can't be run yet; null when it can.</summary>
    internal static string? NotYet(JsonElement c)
    {
        var given = c.GetProperty("given");
        var all = (given.TryGetProperty("before", out var before) ? before.EnumerateArray().ToList() : []).Concat(c.GetProperty("entries").EnumerateArray());
        if (given.TryGetProperty("discountMethod", out _)) return "invoices recorded net of the discount";
        foreach (var entry in all)
        {
            var (name, what) = (entry.GetProperty("event").GetString()!, entry.GetProperty("do"));
            if (Unknown.TryGetValue(name, out var reason)) return reason;
            if (what.TryGetProperty("defer", out _)) return "deferred parts of an invoice";
            if (what.TryGetProperty("contractAssets", out _)) return "contract assets";
            if (what.TryGetProperty("as", out _)) return "other credits than unapplied cash";
            if (what.TryGetProperty("credit", out _)) return "a credit note inside a receipt";
            if (what.TryGetProperty("rest", out var rest) && rest.GetString() == "priceReduction") return "a price reduction inside a receipt";
        }
        return null;
    }

    internal Money Open(string item) => books[item].Open;

    internal EquatableArray<JournalLine> Post(JsonElement entry)
    {
        var (date, what) = (Date(entry.GetProperty("date")), entry.GetProperty("do"));
        entries.Add(([], ""));
        var result = entry.GetProperty("event").GetString() switch
        {
            "InvoiceIssued" => Invoice(what, date),
            "CreditNoteIssued" => CreditNote(what, date),
            "PaymentReceived" => books.Commit(Ledger.ReceivePayment(Payment(what, date, Text(what, "item")!, null), books.Policy, Books.Clerk, books.Now)),
            "PaymentApplied" or "PaymentAppliedWithDiscount" or "PaymentAppliedWithWriteOff" => Applied(entry.GetProperty("event").GetString()!, what, date),
            "PaymentUnapplied" => Unapplied(what, date),
            "PaymentReturned" => books.Return(entries[what.GetProperty("undo").GetInt32()].Payment, date),
            "RefundPaid" => books.Refund(Text(what, "item")!, NextApplication(), date),
            "CreditWrittenOff" => books.WriteOff(Text(what, "item")!, NextApplication(), date),
            "LateFeeCharged" => Charge(what, date, "revenue.late-fees", default, Number(what.GetProperty("amount"))),
            "InterestCharged" => Charge(what, date, "revenue.interest", new("receivable.interest"), Interest(what)),
            var other => throw new NotSupportedException(other),
        };
        return Expect.Success(result).Entries[0].Lines;
    }

    private Result<LedgerDecision> Invoice(JsonElement what, LocalDate date)
    {
        var item = Text(what, "item")!;
        var currency = Text(what, "currency") is { } code ? Currency.Of(code) : functional;
        var net = Money.Of(Number(what.GetProperty("net")), currency);
        var offer = what.TryGetProperty("discount", out var d) ? d : default(JsonElement?);
        var mode = offer is { } o ? Enum.Parse<DiscountTaxMode>(Text(o, "taxMode")!, ignoreCase: true) : default;
        var taxed = mode == DiscountTaxMode.Mixed && Text(offer!.Value, "percent") is { } p
            ? net - net.Times(Percentage.Of(Number(p)), Rounding.HalfAwayFromZero) : net;
        var (lines, shares, total, discountable) = (new List<Posting> { new() { Account = AccountRole.Sales, Amount = net } }, new List<TaxShare>(), net, net);
        foreach (var tax in what.TryGetProperty("tax", out var taxes) ? taxes.EnumerateArray().ToArray() : [])
        {
            var amount = Text(tax, "percent") is { } percent
                ? taxed.Times(Percentage.Of(Number(percent)), Rounding.HalfAwayFromZero) : Money.Of(Number(tax.GetProperty("fixed")), currency);
            lines.Add(new() { Account = new(Text(tax, "role") ?? "tax.output"), Amount = amount });
            total += amount;
            if (Text(tax, "percent") is not { } rate) continue;
            discountable += amount;
            shares.Add(new() { Category = TaxCategory.Standard, Rate = Percentage.Of(Number(rate)), Base = net, Tax = amount, TaxPoint = date });
        }
        postings[item] = [.. lines];
        EquatableArray<DiscountTier> tiers = offer is { } on ? [Tier(on, date, mode == DiscountTaxMode.Included ? discountable : net)] : [];
        return books.Commit(Ledger.IssueInvoice(new()
        {
            Entry = books.NextEntry(),
            LegalEntity = Books.Entity,
            Customer = Books.Customer,
            DocumentNumber = item,
            DocumentDate = date,
            Instalments = Instalments(what, item, total, date, tiers, [.. shares]),
            Postings = postings[item],
            Rate = Rate(what, currency, date),
            DiscountTax = mode,
        }, books.Policy, Books.Clerk, books.Now));
    }

    private static DiscountTier Tier(JsonElement offer, LocalDate date, Money basis)
    {
        var percent = Text(offer, "percent") is { } p ? Percentage.Of(Number(p)) : Percentage.Zero;
        return new()
        {
            Until = offer.TryGetProperty("days", out var days) ? date.PlusDays(days.GetInt32()) : LocalDate.MaxIsoValue,
            Percentage = percent,
            Discount = Text(offer, "amount") is { } amount ? Money.Of(Number(amount), basis.Currency) : basis.Times(percent, Rounding.HalfAwayFromZero),
        };
    }

    private static EquatableArray<InstalmentItem> Instalments(
        JsonElement what, string item, Money total, LocalDate date, EquatableArray<DiscountTier> tiers, EquatableArray<TaxShare> shares)
    {
        if (!what.TryGetProperty("instalments", out var percents))
            return [new() { Item = new(item), Instalment = new() { Number = 1, DueDate = date, Amount = total, Discounts = tiers, TaxShares = shares } }];
        var (left, result) = (total, new List<InstalmentItem>());
        foreach (var percent in percents.EnumerateArray())
        {
            var last = result.Count + 1 == percents.GetArrayLength();
            var amount = last ? left : total.Times(Percentage.Of(Number(percent)), Rounding.HalfAwayFromZero);
            left -= amount;
            result.Add(new()
            {
                Item = new($"{item}/{result.Count + 1}"), Instalment = new() { Number = result.Count + 1, DueDate = date, Amount = amount },
            });
        }
        return [.. result];
    }

    private Result<LedgerDecision> CreditNote(JsonElement what, LocalDate date)
    {
        var whole = Text(what, "of");
        var target = books[whole ?? Text(what, "item")!];
        EquatableArray<Posting> lines = whole is not null ? postings[whole]
            : [new() { Account = new(Text(what, "contra")!), Amount = Money.Of(Number(what.GetProperty("net")), target.Amount.Currency) }];
        var total = Money.Sum(lines.Select(l => l.Amount), target.Amount.Currency);
        var facts = new CreditNoteFacts
        {
            Entry = books.NextEntry(),
            Item = new(Text(what, "over") ?? $"CN@{entries.Count}"),
            LegalEntity = Books.Entity,
            Customer = Books.Customer,
            DocumentNumber = "CN",
            DocumentDate = date,
            Postings = lines,
            Rate = target.Rate,
        };
        var amount = Money.Min(total, target.Open);
        EquatableArray<ApplicationRequest> requests = amount.IsZero ? [] : [Books.Request(NextApplication(), facts.Item.Value, target.Id.Value, amount)];
        return books.Commit(Ledger.IssueCreditNote([target], facts, requests, books.Policy, Books.Clerk, books.Now));
    }

    private Result<LedgerDecision> Applied(string name, JsonElement what, LocalDate date)
    {
        var withDiscount = name == "PaymentAppliedWithDiscount";
        var targets = what.GetProperty("to").EnumerateArray().Select(to => Target(to, date, withDiscount)).ToList();
        var currency = targets[0].Item.Amount.Currency;
        var rest = name == "PaymentAppliedWithWriteOff" && Text(what, "rest") is null ? RestTreatment.SmallDifference
            : Text(what, "rest") is { } r ? Enum.Parse<RestTreatment>(r, ignoreCase: true) : RestTreatment.StaysOpen;
        if (Text(what, "from") is { } from)
            return books.Commit(Ledger.Apply(books.All, new()
            {
                Entry = books.NextEntry(), Date = date, Applications = Requests(from, -books[from].Open, targets, rest),
            }, books.Policy, Books.Clerk, books.Now));

        var over = Text(what, "over");
        var id = over ?? $"PAY@{entries.Count}";
        var cash = Cash(what);
        var settles = cash.Currency == currency ? default(Money?) : Money.Sum(targets.Select(t => t.Amount), currency);
        var facts = Payment(what, date, id, settles) with { Role = over is null ? default : AccountRole.CustomerCredit };
        entries[^1] = (entries[^1].Applications, id);
        return books.Commit(Ledger.ReceiveAndApply(
            books.All, facts, Requests(id, settles ?? cash, targets, rest), books.Policy, Books.Clerk, books.Now));
    }

    private (OpenItem Item, Money Amount, bool Discount) Target(JsonElement to, LocalDate date, bool withDiscount)
    {
        if (to.ValueKind == JsonValueKind.Object)
        {
            var named = books[Text(to, "item")!];
            return (named, Money.Of(Number(to.GetProperty("amount")), named.Amount.Currency), false);
        }
        var item = books[to.GetString()!];
        return withDiscount && item.DiscountOn(date) is { } discount ? (item, item.Open - discount, true) : (item, item.Open, false);
    }

    private EquatableArray<ApplicationRequest> Requests(
        string credit, Money available, List<(OpenItem Item, Money Amount, bool Discount)> targets, RestTreatment rest)
    {
        var requests = new List<ApplicationRequest>();
        foreach (var (item, amount, discount) in targets)
        {
            var used = Money.Min(amount, available);
            if (!used.IsPositive) break;
            available -= used;
            requests.Add(Books.Request(NextApplication(), credit, item.Id.Value, used, discount, rest));
        }
        return [.. requests];
    }

    private Result<LedgerDecision> Unapplied(JsonElement what, LocalDate date)
    {
        var undone = entries[what.GetProperty("undo").GetInt32()].Applications;
        Assert.Single(undone);
        return books.Unapply(undone[0], date);
    }

    private Result<LedgerDecision> Charge(JsonElement what, LocalDate date, string revenue, AccountRole role, decimal amount)
    {
        var (item, money) = (Text(what, "item")!, Money.Of(amount, functional));
        return books.Commit(Ledger.IssueInvoice(new()
        {
            Entry = books.NextEntry(),
            LegalEntity = Books.Entity,
            Customer = Books.Customer,
            DocumentNumber = item,
            DocumentDate = date,
            Instalments = [new() { Item = new(item), Instalment = new() { Number = 1, DueDate = date, Amount = money } }],
            Postings = [new() { Account = new(revenue), Amount = money }],
            Role = role,
        }, books.Policy, Books.Clerk, books.Now));
    }

    private decimal Interest(JsonElement what)
    {
        if (Text(what, "amount") is { } amount) return Number(amount);
        var principal = Number(what.GetProperty("principal"));
        var exact = Text(what, "percent") is { } percent ? principal * Number(percent) / 100m
            : principal * Number(what.GetProperty("annualPercent")) * what.GetProperty("days").GetInt32() / 36_500m;
        return Money.Rounded(exact, functional, Rounding.HalfAwayFromZero).Amount;
    }

    private PaymentFacts Payment(JsonElement what, LocalDate date, string id, Money? settles)
    {
        var cash = what.GetProperty("cash");
        var amount = Cash(what);
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

    private string NextApplication()
    {
        var id = $"A{++applications}";
        entries[^1].Applications.Add(id);
        return id;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal Number(JsonElement element) => Number(element.GetString()!);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static LocalDate Date(JsonElement element) => NodaTime.Text.LocalDatePattern.Iso.Parse(element.GetString()!).Value;
}
