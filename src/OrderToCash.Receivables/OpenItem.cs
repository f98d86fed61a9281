using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// An amount that waits for its counterpart: an instalment the customer owes (above zero), a credit note or money not yet applied
/// (below zero). The instalment is the unit; the balance of an invoice is the sum of its instalments.
/// </summary>
public sealed partial record OpenItem
{
    /// <summary>The item's id.</summary>
    public required OpenItemId Id { get; init; }

    /// <summary>Whose books it is in.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes, or whose credit it is.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What it is.</summary>
    public required OpenItemKind Kind { get; init; }

    /// <summary>The number the customer knows: of the invoice or credit note, or the bank's reference of a payment.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The invoice it came with; none for items of other origin, such as opening balances.</summary>
    public InvoiceId Invoice { get; init; }

    /// <summary>Which instalment of the document, from 1.</summary>
    public int Instalment { get; init; }

    /// <summary>The structured reference the customer was asked to pay with; empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// Other numbers the customer may quote when he pays: of the billing document, the delivery, the order, the assignment.
    /// </summary>
    public EquatableArray<string> References { get; init; }

    /// <summary>The date on the document.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>
    /// The business date it came into these books, for items that were open when the books began; null for the document date.
    /// Before it nothing of the item is open.
    /// </summary>
    public LocalDate? TakenOverOn { get; init; }

    /// <summary>The last day to pay without being late; for credits the document date.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>The original amount in the document currency: above zero owed, below zero credit.</summary>
    public required Money Amount { get; init; }

    /// <summary>The same in the functional currency, at the booking rate.</summary>
    public required Money FunctionalAmount { get; init; }

    /// <summary>Early-payment discounts on offer.</summary>
    public EquatableArray<DiscountTier> Discounts { get; init; }

    /// <summary>The tax contained in the amount.</summary>
    public EquatableArray<TaxShare> TaxShares { get; init; }

    /// <summary>What becomes of the tax when a discount is taken.</summary>
    public DiscountTaxMode DiscountTax { get; init; }

    /// <summary>The booking rate; null when the document currency is the functional one, or the amounts were given.</summary>
    public ExchangeRate? Rate { get; init; }

    /// <summary>The account role it was posted to; none for the usual role of its kind, see <see cref="Account"/>.</summary>
    public AccountRole Role { get; init; }

    /// <summary>
    /// The role of each of the <see cref="TaxShares"/>, in their order; empty when all are <c>tax.output</c>. A share without a
    /// base is an amount per document: no discount touches it.
    /// </summary>
    public EquatableArray<AccountRole> TaxRoles { get; init; }

    /// <summary>
    /// For tax on cash receipts: the contained tax in the functional currency that waits on <c>tax.output.pending</c> for the
    /// payment; null where the tax was due with the document.
    /// </summary>
    public Money? PendingTax { get; init; }

    /// <summary>True where the amount is less the discount on offer already: what is paid on top later is forfeited.</summary>
    public bool IsRecordedNet { get; init; }

    /// <summary>The lines beside the item that brought the money in, for payments: a return mirrors them.</summary>
    public EquatableArray<JournalLine> Receipt { get; init; }

    /// <summary>Of a chargeback: the entry of the receipt it takes money back of; none elsewhere.</summary>
    public JournalEntryId ChargedBack { get; init; }

    /// <summary>Of money that was another customer's: the payment it came from; none elsewhere.</summary>
    public OpenItemId TransferredFrom { get; init; }

    /// <summary>Why it came from there; empty elsewhere.</summary>
    public string TransferReason { get; init => field = value ?? ""; } = "";

    /// <summary>The factor it is pledged to; null where it is pledged to none, or sold.</summary>
    public ItemPledge? Pledge { get; init; }

    /// <summary>The entry that opened it.</summary>
    public JournalEntryId Entry { get; init; }

    /// <summary>When it was recorded; null when unknown, then it counts as always known.</summary>
    public Instant? RecordedAt { get; init; }

    /// <summary>What settled it or, for accruals, raised it; reversed applications included.</summary>
    public EquatableArray<Application> Applications { get; init; }

    /// <summary>Its revaluations at closing rates, reversed ones included.</summary>
    public EquatableArray<Revaluation> Revaluations { get; init; }

    /// <summary>Money that came in on it after it was written off, reversed ones included.</summary>
    public EquatableArray<Recovery> Recoveries { get; init; }

    /// <summary>What is still open, with the sign of the amount; zero when settled.</summary>
    [JsonIgnore]
    public Money Open
    {
        get
        {
            var open = Amount;
            foreach (var application in Applications)
                if (application.IsLive) open -= application.Amount;
            return open;
        }
    }

    /// <summary>What is open of it and not a factor's to get: what anybody may settle. With the sign of the amount.</summary>
    [JsonIgnore]
    public Money Unpledged => Pledge is { Outstanding: { IsPositive: true } outstanding }
        ? Money.Max(Open - outstanding, Money.Zero(Amount.Currency)) : Open;
}
