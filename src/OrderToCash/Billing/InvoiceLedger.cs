using System.Globalization;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Translates posted documents into ledger facts: the two packages do not know each other.</summary>
internal static class InvoiceLedger
{
    // What is paid in steps of the smallest coin is neither revenue nor tax.
    private static AccountRole CashRounding { get; } = new("rounding.cash");

    // Money that came in outside of these books before the document: a till, a marketplace.
    private static AccountRole PrepaidElsewhere { get; } = new("clearing.prepaid");

    /// <summary>The id of an instalment's open item. Numbers of buyers are unique per buyer only.</summary>
    public static OpenItemId ItemOf(Invoice invoice, int instalment) => ItemOf(KeyOf(invoice), instalment);

    /// <summary>The id of a credit note's open item.</summary>
    public static OpenItemId ItemOf(CreditNote note) => ItemOf(KeyOf(note), 1);

    /// <summary>The id of what a line defers.</summary>
    public static OpenItemId DeferralOf(Invoice invoice, int line) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{KeyOf(invoice)}/L{line}"));

    private static OpenItemId ItemOf(string key, int instalment) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{key}/{instalment}"));

    private static string KeyOf(Invoice invoice) =>
        invoice.Type.IsSelfBilled ? DerivedId.Of($"{invoice.Customer}:{invoice.Number}") : invoice.Number.Value;

    private static string KeyOf(CreditNote note) =>
        note.Type.IsSelfBilled ? DerivedId.Of($"{note.Content.Customer}:{note.Number}") : note.Number.Value;

    /// <summary>
    /// The facts of an invoice; null when nothing is to be posted. A prepayment invoice asks for money and is posted when it
    /// comes.
    /// </summary>
    /// <param name="invoice">The posted document.</param>
    /// <param name="deposits">What was received on the prepayments it deducts.</param>
    /// <param name="deferred">What of its lines is no revenue yet.</param>
    public static InvoiceFacts? Facts(
        Invoice invoice, IReadOnlyList<OpenItem> deposits, EquatableArray<DeferredLine> deferred = default)
    {
        if (invoice.Type == DocumentType.Prepayment) return null;
        var postings = deposits.Count == 0
            ? Postings(RevenueOf(invoice.Type), invoice.Totals, invoice.FunctionalTotals)
            : Postings(invoice, deposits);
        return postings.IsEmpty ? null : new()
        {
            Entry = EntryOf(invoice),
            LegalEntity = invoice.LegalEntity,
            Customer = invoice.Customer,
            DocumentNumber = invoice.Number.Value,
            Invoice = invoice.Id,
            DocumentDate = invoice.DocumentDate,
            PaymentReference = invoice.PaymentReference,
            Rate = invoice.BookingRate,
            Instalments = invoice.Instalments.Zip(invoice.FunctionalInstalments()).Where(i => !i.First.Amount.IsZero)
                .Select(i => new InstalmentItem
                {
                    Item = ItemOf(invoice, i.First.Number), Instalment = i.First, Functional = i.Second,
                }).ToEquatableArray(),
            DiscountTax = invoice.Content.Draft.DiscountTax,
            Postings = postings,
            Deposits = deposits.Select(d => d.Id).ToEquatableArray(),
            Deferred = deferred.Select(d => new DeferredPart
            {
                Item = DeferralOf(invoice, d.Line), Role = AccountRole.ContractLiability, Amount = d.Amount,
            }).ToEquatableArray(),
        };
    }

    /// <summary>
    /// The facts of a credit note over what was received on a prepayment: deposits and tax go back, the tax as the tax journal
    /// shows it.
    /// </summary>
    public static CreditNoteFacts DepositFacts(CreditNote note, Invoice prepayment, IEnumerable<OpenItem> deposits)
    {
        var facts = Facts(note) with { Postings = Postings(AccountRole.CustomerDeposit, note.Totals, note.FunctionalTotals) };
        if (note.Content.FunctionalCurrency == prepayment.Currency) return facts;
        var back = note.Breakdown.Select(s => s with { Base = -s.Base, Tax = -s.Tax }).ToEquatableArray();
        var tax = -Money.Sum(DocumentTaxJournal.FunctionalTaxes(prepayment, deposits, back), prepayment.FunctionalCurrency);
        return facts with
        {
            Postings = facts.Postings
                .Select(p => p.Account == AccountRole.OutputTax ? p with { Functional = tax } : p).ToEquatableArray(),
        };
    }

    /// <summary>What a credit note over a prepayment takes of each deposit, the latest first.</summary>
    public static EquatableArray<DepositCredit> DepositParts(CreditNote note, IReadOnlyList<OpenItem> deposits)
    {
        var parts = new List<DepositCredit>();
        var wanted = note.Breakdown.ToDictionary(s => (s.Category, s.Rate), s => (s.Base, s.Tax));
        var first = 0;
        while (first < deposits.Count && deposits[first].Open.IsZero) first++;
        for (var i = deposits.Count - 1; i >= first; i--)
        {
            if (deposits[i].Open.IsZero) continue;
            var shares = deposits[i].TaxSharesLeft.Select(left =>
            {
                var key = (left.Category, left.Rate);
                var (@base, tax) = wanted.GetValueOrDefault(key, (Money.Zero(left.Base.Currency),
                    Money.Zero(left.Base.Currency)));
                // The first open deposit takes the rest, so that cents between rates stay in the sum.
                var taken = i == first ? (@base, tax) : (Money.Min(@base, left.Base), Money.Min(tax, left.Tax));
                wanted[key] = (@base - taken.Item1, tax - taken.Item2);
                return left with { Base = taken.Item1, Tax = taken.Item2, TaxPoint = note.DocumentDate };
            }).ToEquatableArray();
            if (shares.Any(s => !s.Base.IsZero || !s.Tax.IsZero)) parts.Add(new() { Item = deposits[i].Id, Shares = shares });
        }
        return [.. parts];
    }

    /// <summary>The entry of an invoice.</summary>
    public static JournalEntryId EntryOf(Invoice invoice) => new($"J-{KeyOf(invoice)}");

    /// <summary>
    /// What opens the deposits again when a credit note took the last of a final invoice back. A note that comes to nothing has
    /// no entry of its own; what it moves between revenue and tax goes with this one.
    /// </summary>
    public static DepositReleaseFacts ReleaseFacts(Invoice final, CreditNote note) => new()
    {
        Entry = new(DerivedId.Of($"J-{KeyOf(note)}>release")), Invoice = EntryOf(final), DocumentNumber = note.Number.Value,
        Date = note.DocumentDate,
        Postings = note.Totals.Payable.IsPositive
            ? []
            : Postings(AccountRole.SalesReturns, note.Totals, note.FunctionalTotals),
    };

    private static AccountRole RevenueOf(DocumentType type) =>
        type == DocumentType.FeeNote ? AccountRole.LateFees : AccountRole.Sales;

    // The whole supply, of which the ledger takes the deposits off with their tax: what is left is the document.
    private static EquatableArray<Posting> Postings(Invoice invoice, IReadOnlyList<OpenItem> deposits)
    {
        var (currency, home) = (invoice.Currency, invoice.FunctionalCurrency);
        var taxes = deposits.SelectMany(d => d.TaxSharesLeft).Select(s => s.Tax).ToArray();
        var (net, tax) = (Money.Sum(deposits.Select(d => -d.Open), currency), Money.Sum(taxes, currency));
        var bookedNet = Money.Sum(deposits.Select(d => invoice.InFunctional(-d.Open)), home);
        var bookedTax = Money.Sum(taxes.Select(invoice.InFunctional), home);
        var (totals, functional) = (invoice.Totals, invoice.FunctionalTotals);
        var rest = Postings(RevenueOf(invoice.Type),
            totals with { LineNet = totals.LineNet - totals.Net, Tax = Money.Zero(currency) },
            functional with { LineNet = functional.LineNet - functional.Net, Tax = Money.Zero(home) });
        Posting[] postings =
        [
            new()
            {
                Account = RevenueOf(invoice.Type), Amount = totals.Net + net, Functional = functional.Net + bookedNet,
            },
            new() { Account = AccountRole.OutputTax, Amount = totals.Tax + tax, Functional = functional.Tax + bookedTax },
        ];
        return postings.Where(p => !p.Amount.IsZero || p.Functional is { IsZero: false }).Concat(rest).ToEquatableArray();
    }

    /// <summary>The facts of a credit note.</summary>
    public static CreditNoteFacts Facts(CreditNote note) => new()
    {
        Entry = new($"J-{KeyOf(note)}"),
        Item = ItemOf(note),
        LegalEntity = note.Content.LegalEntity,
        Customer = note.Content.Customer,
        DocumentNumber = note.Content.Number.Value,
        DocumentDate = note.Content.DocumentDate,
        Postings = Postings(AccountRole.SalesReturns, note.Totals, note.FunctionalTotals),
        TaxShares = note.Content.Breakdown,
        Rate = note.Content.BookingRate,
    };

    // What the document froze is booked, in both currencies.
    private static EquatableArray<Posting> Postings(AccountRole revenue, InvoiceTotals totals, InvoiceTotals functional)
    {
        var postings = new[]
        {
            new Posting { Account = revenue, Amount = totals.Net, Functional = functional.Net },
            new Posting { Account = AccountRole.OutputTax, Amount = totals.Tax, Functional = functional.Tax },
            new Posting
            {
                Account = CashRounding, Amount = totals.RoundingAmount, Functional = functional.RoundingAmount,
            },
            new Posting { Account = PrepaidElsewhere, Amount = -totals.Prepaid, Functional = -functional.Prepaid },
        };
        return postings.Where(p => !p.Amount.IsZero || p.Functional is { IsZero: false }).ToEquatableArray();
    }
}
