using OrderToCash.Collections;
using OrderToCash.Credit;
using OrderToCash.Invoicing;
using OrderToCash.Matching;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>A seller: who it is on documents, in which currency it keeps its books, and which policies hold for it.</summary>
public sealed record LegalEntity
{
    /// <summary>The host's number.</summary>
    public required LegalEntityId Id { get; init; }

    /// <summary>The seller as it stands on documents.</summary>
    public required Party Party { get; init; }

    /// <summary>The currency the books are kept in.</summary>
    public required Currency FunctionalCurrency { get; init; }

    /// <summary>The accounts money comes in on: IBANs without blanks, or the bank's own numbers.</summary>
    public EquatableArray<string> BankAccounts { get; init; }

    /// <summary>The scheme of the payment references on its invoices (<see cref="ReferenceSchemes"/>).</summary>
    public string ReferenceScheme { get; init => field = value ?? "RF"; } = "RF";

    /// <summary>
    /// How its invoices are numbered; null for <see cref="BillingDesk.InvoiceNumbers"/>. Legal entities in the same books have
    /// series of their own.
    /// </summary>
    public NumberFormat? InvoiceNumbers { get; init; }

    /// <summary>How its credit notes are numbered; null for <see cref="BillingDesk.CreditNoteNumbers"/>.</summary>
    public NumberFormat? CreditNoteNumbers { get; init; }

    internal NumberFormat InvoiceSeries => InvoiceNumbers ?? BillingDesk.InvoiceNumbers;

    internal NumberFormat CreditNoteSeries => CreditNoteNumbers ?? BillingDesk.CreditNoteNumbers;

    /// <summary>The calendar that payment terms roll on.</summary>
    public required BusinessCalendar Calendar { get; init; }

    /// <summary>The account that holds money nobody could be named for.</summary>
    public required CustomerId UnidentifiedPayer { get; init; }

    /// <summary>The last day of the books that is closed; null when all is open.</summary>
    public LocalDate? LockedThrough { get; init; }

    /// <summary>
    /// The largest difference, in the functional currency, that a short payment may leave to be written off; null for
    /// none.
    /// </summary>
    public Money? SmallDifference { get; init; }

    /// <summary>How orders are priced, shipped and billed.</summary>
    public required OrderPolicy Orders { get; init; }

    /// <summary>When credit is given.</summary>
    public required CreditPolicy Credit { get; init; }

    /// <summary>How tax is rounded.</summary>
    public required TaxComputation TaxComputation { get; init; }

    /// <summary>When a payment is applied, and when it is only proposed.</summary>
    public required MatchingPolicy Matching { get; init; }

    /// <summary>How late payers are reminded.</summary>
    public required DunningPolicy Dunning { get; init; }

    /// <summary>Where sales to consumers in other EU countries are taxed; the destination unless said otherwise.</summary>
    public UnstatedDistanceSales? DistanceSales { get; init; }

    /// <summary>Whether a document may be older than the last one of its series; it may unless said otherwise.</summary>
    public Chronology? Chronology { get; init; }

    /// <summary>
    /// How drafts are held against order, delivery and price before posting; only warnings unless said otherwise.
    /// </summary>
    public PostingCheckPolicy PostingCheck { get; init => field = value ?? PostingChecks.WarnOnly; } = PostingChecks.WarnOnly;

    /// <summary>How often documents are sent, and when they count as received.</summary>
    public SendingPolicy Sending { get; init => field = value ?? SendingPolicy.Default; } = SendingPolicy.Default;

    /// <summary>
    /// The steps in which cash is paid, at most one a currency: 0.05 CHF. What is paid in cash (means 10) is rounded to them; the
    /// difference is the rounding amount (BT-114) and goes to <c>rounding.cash</c>. Requests for prepayment are not rounded.
    /// </summary>
    public EquatableArray<CashRounding> CashRoundings { get; init; }

    /// <summary>
    /// The currency tax is accounted in on documents in another one (BT-6, BT-111; Directive 2006/112/EC art. 230); null for
    /// none.
    /// The rate is that of the tax point, frozen by posting.
    /// </summary>
    public Currency? TaxCurrency { get; init; }

    /// <summary>Where moments become days, as the name of a zone in the tz database: <c>Europe/Berlin</c>.</summary>
    public string TimeZone { get; init => field = value ?? "UTC"; } = "UTC";

    /// <summary>
    /// The accounts that invoices are paid to, each with its reference scheme; empty for <see cref="ReferenceScheme"/> alone.
    /// </summary>
    public EquatableArray<CreditorAccount> CreditorAccounts { get; init; }

    /// <summary>The last day of the books that is closed for good; null for none.</summary>
    public LocalDate? HardLockedThrough { get; init; }

    /// <summary>Who may post in closed periods for a while.</summary>
    public EquatableArray<LockException> LockExceptions { get; init; }

    /// <summary>Where debts that will not be paid go.</summary>
    public BadDebtMethod BadDebt { get; init; }

    /// <summary>True where a bad debt takes the output tax back.</summary>
    public bool TaxRelief { get; init; }

    /// <summary>What becomes of revaluations after the closing day.</summary>
    public RevaluationMethod Revaluation { get; init; }

    /// <summary>Whether invoices are recorded with or less the early-payment discount they offer.</summary>
    public DiscountMethod DiscountMethod { get; init; }

    /// <summary>How disputes are handled; <see cref="DisputePolicy.Standard"/> unless said otherwise.</summary>
    public DisputePolicy Disputes { get; init => field = value ?? DisputePolicy.Standard; } = DisputePolicy.Standard;

    /// <summary>How direct debits are collected; <see cref="CollectionPolicy.Standard"/> unless said otherwise.</summary>
    public CollectionPolicy Collecting { get; init => field = value ?? CollectionPolicy.Standard; } = CollectionPolicy.Standard;

    /// <summary>Who approves refunds; <see cref="RefundPolicy.Standard"/> unless said otherwise.</summary>
    public RefundPolicy Refunds { get; init => field = value ?? RefundPolicy.Standard; } = RefundPolicy.Standard;

    /// <summary>Which declines are tried again; <see cref="RetryPolicy.Cards"/> unless said otherwise.</summary>
    public RetryPolicy CardRetries { get; init => field = value ?? RetryPolicy.Cards; } = RetryPolicy.Cards;

    /// <summary>What businesses that pay late owe; null to charge them none.</summary>
    public LateInterestPolicy? BusinessInterest { get; init; }

    /// <summary>What consumers who pay late owe; null to charge them none.</summary>
    public LateInterestPolicy? ConsumerInterest { get; init; }

    /// <summary>The reference rates; empty for those built in.</summary>
    public EquatableArray<ReferenceRateTable> ReferenceRates { get; init; }

    /// <summary>What was agreed with payment service providers; what is not here is not watched.</summary>
    public EquatableArray<ProviderTerms> Providers { get; init; }

    /// <summary>
    /// What is done when a debtor becomes insolvent; <see cref="InsolvencyPolicy.Standard"/> unless said otherwise.
    /// </summary>
    public InsolvencyPolicy Insolvencies { get; init => field = value ?? InsolvencyPolicy.Standard; } = InsolvencyPolicy.Standard;

    /// <summary>How long money may wait; <see cref="UnappliedCashPolicy.Standard"/> unless said otherwise.</summary>
    public UnappliedCashPolicy UnappliedCash { get; init => field = value ?? UnappliedCashPolicy.Standard; } =
        UnappliedCashPolicy.Standard;

    /// <summary>What is expected to be lost of receivables, by age and class; null where it is not assessed.</summary>
    public ProvisionMatrix? Provisions { get; init; }

    internal CashRounding? CashRoundingOf(Currency currency) => CashRoundings.FirstOrDefault(c => c.Step.Currency == currency);

    internal DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];

    internal LedgerPolicy Ledger => new()
    {
        FunctionalCurrency = FunctionalCurrency, LockedThrough = LockedThrough, SmallDifference = SmallDifference,
        DiscountGraceDays = Matching.DiscountGraceDays, HardLockedThrough = HardLockedThrough,
        LockExceptions = LockExceptions, BadDebt = BadDebt, TaxRelief = TaxRelief, Revaluation = Revaluation,
        DiscountMethod = DiscountMethod,
    };

    internal Result<string> ReferenceOf(InvoiceNumber number, CustomerId customer, Currency currency) =>
        CreditorAccounts.IsEmpty
            ? ReferenceSchemes.ByCode(ReferenceScheme).MakeFrom(number.Value)
            : CreditorAccount.Choose(CreditorAccounts, Id, currency).Bind(a => a.ReferenceFor(number, customer));
}
